// Payment codes of kind emv-mpm: EMVCo QR Code Specification, merchant-presented mode 1.1.

import { type Fault, failure, type Outcome, success } from '../fault.ts';
import { crc16 } from './crc.ts';
import { moneyText } from './money.ts';
import type { EmvMpmCode } from './schema-payment-code.ts';

export function emvPayload(code: EmvMpmCode, pointer: string): Outcome<string> {
  const objects = objectsOf(code);
  const faults = faultsOf(code, objects, pointer);
  if (faults.length > 0) return failure(faults);
  const text = `${objects.map(written).join('')}6304`;
  return success(text + crc16(text));
}

export function emvFaults(code: EmvMpmCode, pointer: string): readonly Fault[] {
  return faultsOf(code, objectsOf(code), pointer);
}

function faultsOf(code: EmvMpmCode, objects: readonly DataObject[], pointer: string): Fault[] {
  return [...ownFaults(code, pointer), ...objectFaults(objects, pointer)];
}

/**
 * Data objects in rising order of their ids, 00 first and the checksum 63 last (4.1). Currency and
 * country are fixed: a bill of Kazakhstan is paid in tenge.
 */
function objectsOf(code: EmvMpmCode): readonly DataObject[] {
  const initiation = code.initiation ?? (code.amount === undefined ? 'static' : 'dynamic');
  return [
    { id: '00', value: '01' },
    { id: '01', value: initiation === 'static' ? '11' : '12' },
    ...byId([...code.cards, ...code.schemes.map(schemeObject)]),
    { id: '52', value: code.categoryCode },
    { id: '53', value: '398' },
    ...optional('54', code.amount === undefined ? undefined : moneyText(code.amount)),
    { id: '58', value: 'KZ' },
    { id: '59', value: code.merchantName },
    { id: '60', value: code.merchantCity },
    ...optional('61', code.postalCode),
    // An object of no length is no object (EMVCo: lengths are 01 to 99).
    ...optional('62', (code.additional && additionalText(code.additional)) || undefined),
    ...optional('64', code.language && languageText(code.language)),
    ...byId(code.unreserved.map(schemeObject)),
  ];
}

interface DataObject {
  readonly id: string;
  readonly value: string;
}

/** Two digits of id, two of length in characters, then the value (3.1). */
function written({ id, value }: DataObject): string {
  return `${id}${String(lengthOf(value)).padStart(2, '0')}${value}`;
}

function lengthOf(value: string): number {
  return [...value].length;
}

function optional(id: string, value: string | undefined): DataObject[] {
  return value === undefined ? [] : [{ id, value }];
}

function byId(objects: readonly DataObject[]): DataObject[] {
  return objects.toSorted((a, b) => Number(a.id) - Number(b.id));
}

function schemeObject({ id, scheme, fields }: EmvMpmCode['schemes'][number]): DataObject {
  return { id, value: [{ id: '00', value: scheme }, ...byId(fields)].map(written).join('') };
}

/** Sub-fields of template 62, by table 3.7. */
function additionalText(additional: NonNullable<EmvMpmCode['additional']>): string {
  const objects = [
    ...optional('01', additional.billNumber),
    ...optional('02', additional.mobileNumber),
    ...optional('03', additional.storeLabel),
    ...optional('04', additional.loyaltyNumber),
    ...optional('05', additional.referenceLabel),
    ...optional('06', additional.customerLabel),
    ...optional('07', additional.terminalLabel),
    ...optional('08', additional.purpose),
    ...optional('09', additional.dataRequest),
  ];
  return objects.map(written).join('');
}

/** Sub-fields of template 64, by table 3.8. */
function languageText(language: NonNullable<EmvMpmCode['language']>): string {
  const objects = [
    { id: '00', value: language.language },
    { id: '01', value: language.merchantName },
    ...optional('02', language.merchantCity),
  ];
  return objects.map(written).join('');
}

function ownFaults(code: EmvMpmCode, pointer: string): Fault[] {
  const faults: Fault[] = [];
  if (code.cards.length + code.schemes.length === 0) {
    faults.push(refusal(pointer, 'The code names no one to pay: give cards or schemes.'));
  }
  if (code.amount === 0) {
    faults.push(refusal(`${pointer}/amount`, 'The amount must not be 0: leave it out.'));
  }
  for (const list of ['schemes', 'unreserved'] as const) {
    code[list].forEach(({ fields }, i) => {
      const repeated = repeatedId(fields);
      if (repeated === undefined) return;
      faults.push(refusal(`${pointer}/${list}/${i}`, `Sub-field ${repeated} is there twice.`));
    });
  }
  return faults;
}

/** No object is longer than its two digits of length can say, and no id is there twice. */
function objectFaults(objects: readonly DataObject[], pointer: string): Fault[] {
  const faults = objects
    .filter(({ value }) => lengthOf(value) > 99)
    .map(({ id, value }) =>
      refusal(pointer, `Object ${id} has ${lengthOf(value)} characters; 99 is the most.`),
    );
  const repeated = repeatedId(objects);
  if (repeated !== undefined) faults.push(refusal(pointer, `Object ${repeated} is there twice.`));
  return faults;
}

function repeatedId(objects: readonly DataObject[]): string | undefined {
  return objects.find(({ id }, i) => objects.findIndex((other) => other.id === id) !== i)?.id;
}

function refusal(pointer: string, message: string): Fault {
  return { code: 'CODE_REFUSED', pointer, message };
}
