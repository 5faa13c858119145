// What the cardinal numerals of the three languages share: groups of three digits, each with the
// name of its power of a thousand.

/** 1 to 999, with a space before each word. */
export type GroupNumeral = (group: number, power: number) => string;

/**
 * The words of `count`, from 0 to below 10^15. `group` names 1 to 999 together with the power of
 * a thousand that follows it (0 for none), since the name may depend on the group.
 */
export function numeral(count: number, zero: string, group: GroupNumeral): string {
  if (count === 0) return zero;
  let words = '';
  let size = 1e12;
  for (let power = 4; power >= 0; power -= 1) {
    const value = Math.floor(count / size) % 1000;
    if (value > 0) words += group(value, power);
    size /= 1000;
  }
  return words.slice(1);
}

export interface Digits {
  readonly hundreds: number;
  readonly tens: number;
  readonly ones: number;
}

export function digitsOf(group: number): Digits {
  const tens = Math.floor(group / 10) % 10;
  return { hundreds: Math.floor(group / 100), tens, ones: group % 10 };
}

/** The word of a table behind a space, or nothing where the digit is zero. */
export function word(table: readonly string[], digit: number): string {
  return digit === 0 ? '' : ` ${table[digit] ?? ''}`;
}
