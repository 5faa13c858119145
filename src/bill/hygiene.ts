// One walk over the raw bill, before the schema: mends texts, refuses what no text may hold.

import { Findings } from './findings.ts';
import { isPersonNumber } from './identifier.ts';
import { longestFieldName, maxDepth, maxLength, maxValues } from './limit.ts';
import { pointerOf } from './pointer.ts';
import { cleanText, freeTextKeys, isCleanText } from './text.ts';

export interface Cleaned {
  /** The input itself when nothing had to be mended, else a copy where needed. */
  readonly value: unknown;
  readonly findings: Findings;
  /** Fields of all objects together; fewer than the JSON text has names if one was repeated. */
  readonly fieldCount: number;
  /** False if the input is too deep or too large to go on with. */
  readonly isBounded: boolean;
}

export function clean(input: unknown): Cleaned {
  const walk = new Walk();
  const value = walk.visit(input, '');
  const { findings, fieldCount, isBounded } = walk;
  return { value, findings, fieldCount, isBounded };
}

class Walk {
  readonly findings = new Findings();
  fieldCount = 0;
  isBounded = true;
  private valueCount = 0;
  private depth = 0;
  /** The way to the present value; what lies beyond `depth` is left from before. */
  private readonly path: PropertyKey[] = [];

  visit(value: unknown, key: string): unknown {
    this.valueCount += 1;
    if (typeof value === 'string') {
      return this.isDone(value, key) ? value : this.visitText(value, key);
    }
    if (typeof value !== 'object' || value === null || !this.isBounded) return value;
    if (this.valueCount > maxValues || this.depth >= maxDepth) return this.giveUp(value);
    this.depth += 1;
    const visited = isList(value) ? this.visitList(value) : this.visitObject(value);
    this.depth -= 1;
    return visited;
  }

  /** A text too long for any field is refused by the schema; it is not worth a look here. */
  private isDone(text: string, key: string): boolean {
    // Two UTF-16 code units a code point, which the schema counts.
    return text.length > 2 * maxLength.payload || isCleanText(text, freeTextKeys.has(key));
  }

  private visitList(list: readonly unknown[]): readonly unknown[] {
    let copy: unknown[] | undefined;
    for (let i = 0; i < list.length; i += 1) {
      const item = list[i];
      this.path[this.depth - 1] = i;
      const visited = this.visit(item, '');
      if (visited === item) continue;
      copy ??= [...list];
      copy[i] = visited;
    }
    return copy ?? list;
  }

  private visitObject(object: object): object {
    if (!isRecord(object)) return object;
    let copy: Record<string, unknown> | undefined;
    for (const key in object) {
      const field = object[key];
      this.fieldCount += 1;
      // The payload of an opaque code is the bank's: it is carried verbatim, so it is not read.
      if (key === 'text' && object.kind === 'opaque') continue;
      this.path[this.depth - 1] = key;
      const visited = this.visit(field, key);
      if (visited === field) continue;
      copy ??= { ...object };
      copy[key] = visited;
    }
    return copy ?? object;
  }

  private visitText(text: string, key: string): string {
    if (freeTextKeys.has(key) && holdsPersonNumber(text)) {
      const message =
        'The text holds what looks like a personal number (IIN); it would be printed.';
      this.findings.warn('PERSON_NUMBER_SHOWN', this.pointer(), message);
    }
    return this.mend(text, key);
  }

  /** Ends before a name as long as the body: repeated for every finding, it would fill memory. */
  private pointer(): string {
    const path = this.path.slice(0, this.depth);
    const long = path.findIndex((part) => String(part).length > longestFieldName);
    return pointerOf(long < 0 ? path : path.slice(0, long));
  }

  private giveUp(value: object): object {
    this.isBounded = false;
    this.findings.refuse(
      'BILL_INVALID',
      '',
      `A bill has at most ${maxDepth} levels and ${maxValues} values; this is no bill.`,
    );
    return value;
  }

  private mend(text: string, key: string): string {
    const cleaned = cleanText(text, freeTextKeys.has(key));
    const pointer = this.pointer();
    const { findings } = this;
    if (cleaned.refused !== undefined) {
      findings.refuse(
        'BILL_INVALID',
        pointer,
        `The text holds ${codePointName(cleaned.refused)}, which prints nothing: take it out.`,
        { codePoint: codePointName(cleaned.refused) },
      );
    }
    if (cleaned.mixesAlphabets) {
      findings.warn(
        'LATIN_IN_CYRILLIC_WORD',
        pointer,
        'A Cyrillic word holds Latin letters of the same look (often i for і); it prints well, ' +
          'but cannot be found or copied right.',
      );
    }
    if (cleaned.lostLetters) {
      findings.warn(
        'LETTERS_LOST',
        pointer,
        'A question mark stands before a Cyrillic letter: the text seems to have passed through ' +
          'windows-1251, which has no Kazakh letters. Export it as UTF-8.',
      );
    }
    return cleaned.text;
  }
}

function holdsPersonNumber(text: string): boolean {
  return (text.match(/(?<!\d)\d{12}(?!\d)/g) ?? []).some(isPersonNumber);
}

function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: object): value is Record<string, unknown> {
  return !Array.isArray(value);
}
