// Text strings and dates of PDF objects (ISO 32000-1, 7.9.2 and 7.9.4), as Latin-1 text to be
// written.

/** Plain where it is ASCII, else UTF-16 after its mark. */
export function pdfText(text: string): string {
  const isPlain = /^[\x20-\x7e]*$/.test(text);
  const bytes = isPlain
    ? text
    : Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
  const escaped = bytes.replace(/[\\()\r\n]/g, (sign) => escapes[sign] ?? sign);
  return `(${escaped})`;
}

/** A line end within a string would be read as a line feed, whatever it was. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
  '\r': '\\r',
  '\n': '\\n',
};

export function pdfDate(date: Date): string {
  return `(D:${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z)`;
}
