// Text → HTML in which nothing of a bill can be anything but text. It knows no report.

/** Markup that needs no escaping any more. */
export interface Html {
  readonly trusted: string;
}

/** A template of markup: strings and numbers put into it are escaped, markup is not. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html)[]): Html {
  const text = parts.map((part, index) => {
    const value = values[index];
    if (value === undefined) return part;
    return part + (typeof value === 'object' ? value.trusted : escapeHtml(String(value)));
  });
  return { trusted: text.join('') };
}

export function join(parts: readonly Html[], between = '\n'): Html {
  return { trusted: parts.map(({ trusted }) => trusted).join(between) };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
