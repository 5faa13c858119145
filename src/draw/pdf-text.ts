// Text strings, dates and numbers of PDF objects (ISO 32000-1, 7.9.2, 7.9.4 and 7.3.3), as Latin-1
// text to be written.

import assert from 'node:assert/strict';

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

/** To a millionth, as pdfkit writes numbers; as text it has no exponent then. */
export function pdfNumber(value: number): number {
  assert(Math.abs(value) < 1e21, `${value} cannot be written in a PDF`);
  return Math.round(value * 1e6) / 1e6;
}
