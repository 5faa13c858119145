// The text of a mark, written and read: batch|volume|sequence|n/m|check. It draws nothing.

import { failure, type Outcome, success } from '../fault.ts';
import type { SheetFacts } from './mark.ts';

/**
 * `K7M2Q9|0012|00012345|1/1|03`; a reprint has `1/1R`. Numbers are padded to pairs of digits, of
 * which a Data Matrix holds two in the room of one letter.
 */
export function markPayload(facts: SheetFacts): Outcome<string> {
  const { batch, volume, sequence, copy, copies, reprint } = facts;
  if (!/^[A-Z0-9-]{1,12}$/.test(batch)) {
    const message = 'The name of a batch in a mark is 1 to 12 capital letters, digits or dashes.';
    return failure([{ code: 'CODE_REFUSED', message }]);
  }
  const flag = reprint ? 'R' : '';
  const text = [
    batch,
    String(volume).padStart(4, '0'),
    String(sequence).padStart(8, '0'),
    `${copy}/${copies}${flag}`,
  ].join('|');
  return success(`${text}|${checkDigits(text)}`);
}

/** Undefined if it is no text of a mark or its check digits are wrong. */
export function readMarkPayload(text: string): SheetFacts | undefined {
  const parts = /^([A-Z0-9-]{1,12})\|(\d+)\|(\d+)\|(\d+)\/(\d+)(R?)\|(\d\d)$/.exec(text);
  if (parts === null) return undefined;
  const [, batch = '', volume, sequence, copy, copies, flag, check] = parts;
  if (checkDigits(text.slice(0, text.lastIndexOf('|'))) !== check) return undefined;
  return {
    batch,
    volume: Number(volume),
    sequence: Number(sequence),
    copy: Number(copy),
    copies: Number(copies),
    reprint: flag === 'R',
  };
}

/** The text as a number to the base of 256, modulo 97: every wrong or swapped sign shows. */
function checkDigits(text: string): string {
  let remainder = 0;
  for (let at = 0; at < text.length; at += 1) {
    remainder = (remainder * 256 + text.charCodeAt(at)) % 97;
  }
  return String(remainder).padStart(2, '0');
}
