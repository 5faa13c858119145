// Check digits and shapes of national identifiers; the vectors are published or synthetic numbers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import {
  bicField,
  binField,
  hasCheckDigit,
  ibanField,
  isIban,
  isPersonNumber,
  kbeField,
  knpField,
} from '../../../src/bill/identifier.ts';

function check(name: string, field: z.ZodType, right: readonly string[], wrong: readonly string[]) {
  for (const text of right) {
    test(`${name} takes ${text}`, () => assert(field.safeParse(text).success));
  }
  for (const text of wrong) {
    test(`${name} refuses ${JSON.stringify(text)}`, () => assert(!field.safeParse(text).success));
  }
}

check(
  'BIN',
  binField,
  // Published ones of institutions, one pass, then two that need the second pass of weights.
  ['960440000151', '040840000451', '000040000019', '000040001803', '000040001815'],
  [
    '123456789012',
    '960440000152',
    '96044000015',
    '9604400001510',
    '96044000015a',
    '',
    ' 960440000151',
  ],
);

test('a prefix that gives 10 in both passes has no valid number', () => {
  for (const prefix of ['00004000189', '00004000340']) {
    for (let digit = 0; digit < 10; digit += 1) assert(!hasCheckDigit(`${prefix}${digit}`));
  }
});

test('a prefix has at most one valid check digit', () => {
  for (let serial = 0; serial < 2000; serial += 1) {
    const prefix = `960440${String(serial).padStart(5, '0')}`;
    const digits = [...'0123456789'].filter((digit) => hasCheckDigit(prefix + digit));
    assert(digits.length <= 1, prefix);
  }
});

test('a personal number has a birth date and a century where a BIN has its kind', () => {
  const personal = withCheckDigit('90010130012');
  assert(isPersonNumber(personal));
  assert(!isPersonNumber('960440000151'));
  assert(!isPersonNumber(withCheckDigit('90130130012')));
});

check(
  'IBAN',
  ibanField,
  [
    'KZ86125KZT5004100100',
    'KZ54125KZT1002300104',
    'KZ85722S000000125964',
    'KZ936010002109169562',
    'KZ099999999999999999',
  ],
  [
    'KZ86125KZT5004100101',
    'KZ68125KZT5004100100',
    'kz86125kzt5004100100',
    'KZ86 125K ZT50 0410 0100',
    'DE86125KZT5004100100',
    'KZ86125KZT500410010',
    '',
  ],
);

test('swapping two neighbours of an IBAN is always noticed', () => {
  const iban = 'KZ86125KZT5004100100';
  for (let place = 2; place < 19; place += 1) {
    const swapped = iban.slice(0, place) + iban[place + 1] + iban[place] + iban.slice(place + 2);
    assert.strictEqual(isIban(swapped), swapped === iban, swapped);
  }
});

check(
  'BIC',
  bicField,
  ['NBRKKZKX', 'CASPKZKA', 'HSBKKZKX', 'KCJBKZKX', 'KKMFKZ2A', 'KCJBKZKXXXX'],
  ['NBRKKZK', 'NBRKKZKXX', 'nbrkkzkx', 'NBRK KZKX', ''],
);
check('КБе', kbeField, ['16', '17', '18', '19', '29'], ['10', '30', '1', '161', '']);
check('КНП', knpField, ['856', '859', '010'], ['85', '8560', '85a', '']);

/** The 11 digits with the check digit of the first pass; they must not need the second one. */
function withCheckDigit(prefix: string): string {
  const digit = [...'0123456789'].find((candidate) => hasCheckDigit(prefix + candidate));
  assert(digit !== undefined, prefix);
  return prefix + digit;
}
