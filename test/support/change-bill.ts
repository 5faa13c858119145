// A JSON value with one thing changed at random: for readers that must refuse or take the same. It
// does not know what is right.

import fc from 'fast-check';

type Json = unknown;
type Fields = Record<string, Json>;

/** What to do at which place; both are numbers, so that any value can be changed by them. */
interface Change {
  readonly kind: 'replace' | 'remove' | 'add' | 'repeat' | 'move';
  readonly place: number;
  readonly value: Json;
  readonly from: number;
}

/** What fields may be mistaken for, and what is right in one of them. */
export const oddValues: readonly Json[] = [
  ...['', ' ', '\u00a0', 'x', 'a\tb', 'a\u0000', 'и\u0306', '\u0306', '\ud800', '😀', '水'],
  ...['?ызмет', 'тәртiбi', 'Wi-Fi', '900101300126', 'ЖСН 900101300126', '261000004711'],
  ...['2026-02-29', '2026-02-30', '2028-02-29', '2026-13', '2026-10', '2026-11-05', '1999-12-31'],
  ...['0', '-0.00', '-1.00', '-0.000001', '0.000', '1.5', '1.234', '01', '1.', '.5', '1e3', '٠'],
  ...['9999999999.99', '10000000000', '999999999999.999999', '0.1234567', '1 234.50'],
  ...['960440000151', '960440000152', 'KZ86125KZT5004100100', 'KASPKZKA', '17', '710', '026-05'],
  ...['https://a.example/{account}', 'http://a.example', 'a.example', 'a@1', 'a@0', '-a', 'a-'],
  ...['flat', 'meter', 'kk-ru', 'm3', 'water', '01', '02', '25', '26', '51', '52', '80', '99'],
  ...['1'.repeat(9), '1'.repeat(20), '4900', 'a|b', '__proto__', 'constructor'],
  ...[null, true, false, 0, -0, 1, -1, 6, 7, 9, 10, 12, 13, 31, 32, 999, 1000, 2 ** 53],
  ...[1.5, 0.1 + 0.2, 12.34, 1.005, 1e10, 1e21, 1e-7, Number.MAX_VALUE],
  ...[{}, [], [null], ['a'], { kk: 'а' }, { ru: 'а' }, { kk: 'а', ru: 'а', en: 'a' }],
  ...[{ kk: 'а', kz: 'а' }, { kk: ' ' }, { kk: '900101300126' }, { account: '900101300126' }],
  ...[{ payer: 'x' }, { 'a b': 'x' }, { kind: 'plain', text: 'x' }, { kind: 'none' }],
  JSON.parse('{"__proto__": "x"}'),
];

/** Texts and lists of `most` entries and one more; of a text, code units or characters. */
export function longValues(most: number): readonly Json[] {
  return ['x', 'ж', '1', '😀'].flatMap((letter) =>
    [most, most + 1].flatMap((length) => [letter.repeat(length), Array(length).fill(letter)]),
  );
}

const anyJson: fc.Arbitrary<Json> = fc.oneof(
  { arbitrary: fc.constantFrom(...oddValues), weight: 9 },
  { arbitrary: fc.jsonValue({ maxDepth: 2 }), weight: 1 },
);

const anyChange: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'repeat', 'move'),
  place: fc.nat(),
  value: anyJson,
  from: fc.nat(),
});

/** A JSON copy of the value, with none to three things changed. */
export function changed(values: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.tuple(values, fc.array(anyChange, { maxLength: 3 })).map(([value, changes]) => {
    let copy: Json = JSON.parse(JSON.stringify(value));
    for (const change of changes) copy = applied(copy, change);
    return copy;
  });
}

/** Where a value stands: in which object or list, under which key. */
interface Place {
  readonly holder: Fields;
  readonly key: string;
}

function applied(value: Json, { kind, place, value: given, from }: Change): Json {
  const places = placesIn(value);
  const at = places[place % places.length];
  if (at === undefined) return value;
  const { holder, key } = at;
  const other = places[from % places.length];
  if (kind === 'replace') holder[key] = given;
  else if (kind === 'remove') remove(holder, key);
  else if (kind === 'add') holder[Array.isArray(holder) ? String(holder.length) : 'extra'] = given;
  else if (kind === 'repeat' && Array.isArray(holder)) holder.push(...holder.slice(0, 40));
  else holder[key] = structuredClone(other?.holder[other.key]);
  return value;
}

function remove(holder: Fields, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function placesIn(value: Json): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  // Lists are addressed by keys as well.
  const holder = value as Fields;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
