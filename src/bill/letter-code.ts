// UTF-16 code units that readers of JSON and of decimal numbers look for. They read nothing here.

export const quote = 0x22;
export const comma = 0x2c;
export const minus = 0x2d;
export const dot = 0x2e;
export const zero = 0x30;
export const colon = 0x3a;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

export function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

/** RFC 8259, 2. */
export function isSpace(code: number): boolean {
  if (code > 0x20) return false;
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
