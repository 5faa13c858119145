// JSON texts for a reader of them: one value spelled in other ways, and texts damaged at random. It
// does not know which of them are right, but for a few that it lists.

import fc from 'fast-check';

/** All of one small schema; see the test of the quick reader. */
export const rightTexts: readonly string[] = [
  '{}',
  ' { } ',
  '{"text":"Су"}',
  '\t{\r\n"text": "«Су» \\"\\u0416\\/\\\\" ,"flag": true}\n',
  '{"text":"a long text of letters that are narrow"}',
  '{"text":"длинный текст, букв в нём довольно"}',
  '{"text":"{[,:]}"}',
  '{"word":"a"}',
  '{"word":"ab"}',
  '{"flag":false}',
  '{"flag":true}',
  '{"number":0}',
  '{"number":120}',
  '{"number":999999999999999}',
  '{"amount":"0.00"}',
  '{"amount":"-0.0"}',
  '{"amount":"-12.5"}',
  '{"amount":1234.5}',
  '{"amount":-7}',
  '{"quantity":"12.340"}',
  '{"quantity":"-3"}',
  '{"quantity":0.25}',
  '{"list":[]}',
  '{"list":[ ]}',
  '{"list":[true]}',
  '{"list":[ true , false,true ]}',
  '{"record":{}}',
  '{"record":{"a":"b" , "c": "d"}}',
  '{"one":{"kind":"a","text":"b"}}',
  '{"one":{"text":"\\"}","kind":"a"}}',
  '{"one":{"inner":{"kind":"a"},"kind":"c"}}',
  '{"one": { "list": [ "kind" , "b" ], "kind": "b" } }',
];

/** Texts that look like right ones and are not to be taken at one go. */
export const oddTexts: readonly string[] = [
  ...['', ' ', '"', '{', '}', '[]', 'null', '{}}', '{},', '{}x', '{"', '{"text', '{"text":'],
  ...['{,}', '{"text":"a",}', '{,"text":"a"}', '{"text" "a"}', '{"text":"a" "flag":true}'],
  ...['{"text":"a","text":"a"}', '{"te\\u0078t":"a"}', '{"other":"a"}', '{"text":null}'],
  ...['{"text":"a}', '{"text":"a\\"}', '{"text":"a\\', '{"text":"\\x"}', '{"text":"\\u12"}'],
  ...['{"text":"a\tb"}', '{"text":"a\u0000"}', '{"text":"a\\tb"}', '{"text":""}', '{"text":" "}'],
  ...['{"text":"\\u0000"}', '{"text":"\ufeff"}', '\ufeff{}', '{"text":1}', "{'text':'a'}"],
  ...['{"word":"abc"}', '{"word":"b"}', '{"word":a}', '{"word":"\\u0061"}', '{"flag":tru}'],
  ...['{"flag":truee}', '{"flag":"true"}', '{"flag":True}', '{"flag":1}', '{"number":1.0}'],
  ...['{"number":01}', '{"number":-1}', '{"number":1e1}', '{"number":}', '{"number":"1"}'],
  ...['{"number":1000000000000000}', '{"number":9007199254740993}', '{"number":1 2}'],
  ...['{"amount":1e3}', '{"amount":01}', '{"amount":1.}', '{"amount":.5}', '{"amount":"1.234"}'],
  ...['{"amount":+1}', '{"amount":"01"}', '{"amount":"1."}', '{"amount":".5"}', '{"amount":"1'],
  ...['{"amount":""}', '{"amount":"-"}', '{"amount":-}', '{"amount":"1 "}', '{"amount":1.005}'],
  ...['{"quantity":"-0.00"}', '{"quantity":"1.2345678"}', '{"quantity":"1.2.3"}'],
  ...['{"list":[,]}', '{"list":[true,]}', '{"list":[true false]}', '{"list":[true}'],
  ...['{"list":[true],}', '{"list":{}}', '{"list":true}', '{"list":[null]}', '{"list":[[]]}'],
  ...['{"record":{"a":"b","a":"c"}}', '{"record":{"__proto__":"a"}}', '{"record":{"kk":"a"}}'],
  ...['{"record":{"a":1}}', '{"record":{"a":"b",}}', '{"record":{a:"b"}}', '{"record":[]}'],
  ...['{"one":{"text":"a"}}', '{"one":{"kind":"c","text":"a"}}', '{"one":{"kind":"a"}}'],
  ...['{"one":{"kind":"a","text":"a","kind":"b"}}', '{"one":{"text":"kind","list":["a"]}}'],
  ...['{"one":{"text":{"kind":"a"},"text":"a"}}', '{"one":["kind"]}', '{"one":{"text":"a\\'],
];

/** Decimal numbers, nearly all of them odd. */
export const spellings: readonly string[] = [
  ...['0', '-0', '00', '+1', '1', '-1', '12', '012', '1.', '.1', '-.1', '1.0', '1.50', '-1.05'],
  ...['1e2', '1E2', '1e+2', '1e-2', '1.5e1', '0x10', '1_000', '1,5', '1 000', ' 1', '1 ', '٣'],
  ...['0.0', '-0.00', '0.000001', '0.0000001', '-0.0000010', 'NaN', 'Infinity', '1-', '--1'],
  ...['9999999999.99', '99999999999.99', '999999999999.999999', '9999999999999', '12.345'],
  ...['999999999999999', '9007199254740991', '9007199254740993', '123456789012345678901'],
  ...['0.1234567890123456', '123456789012.123456789', '1.2.3', '1..2', '1.-2', '', '-'],
];

/** The value as other programs would write it: fields in any order, spaces, escapes. */
export function spelled(value: unknown): fc.Arbitrary<string> {
  return fc
    .record({ order: fc.nat(), indent: fc.constantFrom(0, 0, 1, '\t'), escapes: fc.nat(3) })
    .map(({ order, indent, escapes }) => {
      const json = JSON.stringify(reordered(value, order), undefined, indent);
      return escapes > 0 ? json : json.replace(/[^\0-\x7f]/g, escaped).replaceAll('/', '\\/');
    });
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The fields of all objects turned by `order`; not at all if it is even. */
function reordered(value: unknown, order: number): unknown {
  if (order % 2 === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => reordered(item, order));
  const fields = Object.entries(value).map(([key, field]) => [key, reordered(field, order)]);
  const turn = order % (fields.length + 1);
  return Object.fromEntries([...fields.slice(turn), ...fields.slice(0, turn)]);
}

interface Damage {
  readonly kind: 'put' | 'replace' | 'remove' | 'double' | 'swap' | 'copy';
  readonly place: number;
  readonly length: number;
  readonly piece: string;
}

const pieces = [
  ...['"', '\\', '{', '}', '[', ']', ',', ':', ' ', '\n', '\t', '\u0000', '\u00a0', '\ufeff'],
  ...['0', '1', '9', '-', '.', 'e', 'a', 'A', 'ж', 'і', '水', '\ud83d', '\u0301', '?', 'null'],
  ...['\\"', '\\\\', '\\u0041', '\\u0000', '\\t', '\\', '"kk":"a",', ',"ru":"б"', '{}', '[]', '""'],
];

const anyDamage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('put', 'replace', 'remove', 'double', 'swap', 'copy'),
  place: fc.nat(),
  length: fc.oneof(fc.constant(1), fc.nat(40)),
  piece: fc.constantFrom(...pieces),
});

/** With one or two things done to its letters. */
export function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.array(anyDamage, { minLength: 1, maxLength: 2 }))
    .map(([text, damages]) => damages.reduce(damagedBy, text));
}

function damagedBy(text: string, { kind, place, length, piece }: Damage): string {
  const at = place % (text.length + 1);
  const [head, middle, tail] = [
    text.slice(0, at),
    text.slice(at, at + length),
    text.slice(at + length),
  ];
  switch (kind) {
    case 'put':
      return head + piece + middle + tail;
    case 'replace':
      return head + piece + tail;
    case 'remove':
      return head + tail;
    case 'double':
      return head + middle + middle + tail;
    case 'swap':
      return head + tail.slice(0, 1) + middle + tail.slice(1);
    case 'copy':
      return text.slice(0, length) + tail + middle;
  }
}
