// Where JSON text goes wrong: the first syntax error, or a name repeated in an object.

import { isSpace, quote } from './letter-code.ts';

/**
 * 1-based, counted in UTF-16 code units, as editors do. A repeated name is no error of syntax, but
 * which of the two values counts would be a guess (RFC 7493, 2.3).
 */
export interface SyntaxProblem {
  readonly kind: 'error' | 'repeated-name';
  readonly line: number;
  readonly column: number;
}

/**
 * The first problem of the text. JSON.parse gives no position for some errors, quotes the input in
 * its messages and lets the last of two equal names win. So this reads the text once more, but only
 * when JSON.parse failed or a name is missing from its result.
 */
export function findSyntaxProblem(text: string): SyntaxProblem | undefined {
  const scanner = new Scanner(text);
  const isRight = scanner.scan();
  const { at, repeatedAt } = scanner;
  if (repeatedAt !== undefined) return { kind: 'repeated-name', ...position(text, repeatedAt) };
  return isRight ? undefined : { kind: 'error', ...position(text, at) };
}

/** True if the text has as many `"name":` as the parsed value has fields: no name was repeated. */
export function hasOnlyUniqueNames(text: string, fieldCount: number): boolean {
  let count = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1;
    while (isSpace(text.charCodeAt(before))) before -= 1;
    // A colon after a quote may also stand inside a string; then the text is scanned to be sure.
    if (text.charCodeAt(before) === quote) count += 1;
  }
  return count === fieldCount;
}

// RFC 8259, 6 and 3.
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// RFC 8259, 7: one stretch of plain characters, then perhaps one escape.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings.
const stringPart = /[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))?/y;

type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'comma-or-end';

class Scanner {
  /** Where the scan stands; after a failure, the offset of what cannot stand there. */
  at = 0;
  repeatedAt: number | undefined;
  private readonly text: string;
  /** The names of each open object so far; undefined for an open list. */
  private readonly open: (Set<string> | undefined)[] = [];
  private expected: Expected = 'value';

  constructor(text: string) {
    this.text = text;
  }

  /** True if the whole text is one JSON value. */
  scan(): boolean {
    while (this.repeatedAt === undefined) {
      this.skipSpaces();
      if (this.isComplete()) return true;
      if (!this.step()) return false;
    }
    return true;
  }

  private isComplete(): boolean {
    const { open, expected, at, text } = this;
    return open.length === 0 && expected === 'comma-or-end' && at === text.length;
  }

  private step(): boolean {
    const isEnd = this.text[this.at] === (this.open.at(-1) === undefined ? ']' : '}');
    if (isEnd && this.open.length > 0 && this.expected.endsWith('-end')) return this.close();
    if (this.expected === 'comma-or-end') return this.comma();
    return this.expected.startsWith('name') ? this.name() : this.value();
  }

  private close(): boolean {
    this.open.pop();
    return this.advance(1, 'comma-or-end');
  }

  private comma(): boolean {
    if (this.open.length === 0 || this.text[this.at] !== ',') return false;
    return this.advance(1, this.open.at(-1) === undefined ? 'value' : 'name');
  }

  private name(): boolean {
    const start = this.at;
    if (!this.string()) return false;
    const name = String(JSON.parse(this.text.slice(start, this.at)));
    const names = this.open.at(-1);
    if (names?.has(name)) this.repeatedAt = start;
    names?.add(name);
    this.skipSpaces();
    return this.text[this.at] === ':' && this.advance(1, 'value');
  }

  private value(): boolean {
    const first = this.text[this.at];
    if (first === '{' || first === '[') {
      this.open.push(first === '{' ? new Set() : undefined);
      return this.advance(1, first === '{' ? 'name-or-end' : 'value-or-end');
    }
    if (first === '"') return this.string() && this.advance(0, 'comma-or-end');
    const length = this.match(scalar);
    return length > 0 && this.advance(length, 'comma-or-end');
  }

  private string(): boolean {
    if (this.text[this.at] !== '"') return false;
    this.at += 1;
    for (let length = -1; length !== 0; this.at += length) length = this.match(stringPart);
    return this.text[this.at] === '"' && this.advance(1, this.expected);
  }

  private match(expression: RegExp): number {
    expression.lastIndex = this.at;
    return expression.exec(this.text)?.[0].length ?? 0;
  }

  private advance(length: number, expected: Expected): true {
    this.at += length;
    this.expected = expected;
    return true;
  }

  private skipSpaces(): void {
    while (isSpace(this.text.charCodeAt(this.at))) this.at += 1;
  }
}

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
