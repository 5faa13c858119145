// Helpers that compute a value for a text: labels, figures, dates, words. They put nothing on the
// page. Formatting itself is format/'s.

import { linearPayload } from '../bill/linear-payload.ts';
import type { Phrase } from '../bill/phrase.ts';
import type { Unit } from '../bill/unit.ts';
import { amountInWords } from '../format/amount-in-words.ts';
import { formatDate, upToDate } from '../format/date.ts';
import { dayRange, untilDay } from '../format/day.ts';
import { formatIban } from '../format/identifier.ts';
import type { Language } from '../format/language.ts';
import { formatDecimal, formatMoney, formatMoneyWithSign, nbsp } from '../format/number.ts';
import {
  chargePeriodPhrase,
  formatPeriod,
  formatShortPeriod,
  periodInWords,
} from '../format/period.ts';
import { unitName } from '../format/unit.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';
import { type Figure, inLanguage, isPhrase, plainText, type Utterance } from './value.ts';

/** `(label "payBy")`, `(label "countedTo" date=(date paymentsCountedTo))`: fills `{date}`. */
export function label(call: Call): Phrase | null {
  const key = call.args.map(String).join('');
  const found = call.composer.layout.labels.get(key);
  if (found === undefined) throw read.mistake(call, `knows no label "${key}".`);
  if (!blank.test(found.kk) && Object.keys(call.hash).length === 0) return found;
  return phraseOf((language) => {
    const { text } = inLanguage(found, language);
    return text.replace(blanks, (whole, name: string) => {
      const value = call.hash[name];
      if (value === undefined) throw read.mistake(call, `leaves ${whole} of "${key}" unfilled.`);
      return plainText(value, language);
    });
  });
}

const blank = /\{\w+\}/;
const blanks = /\{(\w+)\}/g;

function phraseOf(inOne: (language: Language) => string): Phrase {
  return { kk: inOne('kk'), ru: inOne('ru'), en: inOne('en') };
}

/** Tiyn → `26 067,86`. */
export function money(call: Call): Figure | null {
  const tiyn = call.args[0];
  return typeof tiyn === 'number' ? { figure: formatMoney(tiyn), nil: false } : null;
}

/** The same, with the dash of the layout for zero. */
export function amount(call: Call): Figure | null {
  return call.args[0] === 0 ? { figure: call.composer.layout.nil.text, nil: true } : money(call);
}

/** Tiyn → `26 067,86 ₸`. */
export function moneyWithSign(call: Call): string | null {
  const tiyn = call.args[0];
  return typeof tiyn === 'number' ? formatMoneyWithSign(tiyn) : null;
}

/** A reading, quantity or tariff with its own decimals. */
export function figure(call: Call): Figure | null {
  const decimal = call.args[0];
  return typeof decimal === 'string' ? { figure: formatDecimal(decimal), nil: false } : null;
}

/** Wraps a formatter of strings: nothing stays nothing. */
function ofText(format: (text: string) => string): (call: Call) => string | null {
  return ({ args: [text] }) => (typeof text === 'string' ? format(text) : null);
}

/** Wraps a formatter that speaks every language. */
function inWords<T>(
  isGiven: (value: unknown) => value is T,
  format: (value: T, language: Language) => string,
): (call: Call) => Phrase | null {
  return ({ args: [value] }) =>
    isGiven(value) ? phraseOf((language) => format(value, language)) : null;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isUnit = (value: unknown): value is Unit => typeof value === 'string';

export const date = ofText(formatDate);
export const month = ofText(formatPeriod);
export const shortMonth = ofText(formatShortPeriod);
export const iban = ofText(formatIban);
export const monthWords = inWords(isText, periodInWords);
export const chargePeriod = inWords(isText, chargePeriodPhrase);
export const dateUpTo = inWords(isText, upToDate);
export const dayUntil = inWords(isNumber, untilDay);
export const words = inWords(isNumber, amountInWords);
export const unit = inWords(isUnit, unitName);

/** `(days 20 25)` → «20‑сынан 25‑іне дейін», «с 20 по 25 число». */
export function days(call: Call): Phrase | null {
  const [from, to] = call.args;
  if (!isNumber(from) || !isNumber(to)) return null;
  return phraseOf((language) => dayRange(from, to, language));
}

/**
 * `(join a " " b)`: texts and figures one after another; phrases language by language, where one
 * of them speaks it.
 */
export function joinValues(call: Call): Phrase | string {
  const phrases = call.args.filter(isPhrase);
  const inOne = (language: Language) =>
    call.args.map((value) => plainText(value, language)).join('');
  if (phrases.length === 0) return inOne('kk');
  const speak = (language: Language) => phrases.some((phrase) => phrase[language] !== undefined);
  return {
    kk: inOne('kk'),
    ...(speak('ru') ? { ru: inOne('ru') } : {}),
    ...(speak('en') ? { en: inOne('en') } : {}),
  };
}

/** `(payload "{account}{period}")`: the text of a linear barcode, filled from the bill. */
export function payload(call: Call): string | null {
  const { bill, faults } = call.composer;
  const filled = linearPayload(String(call.args[0]), bill);
  if (filled.ok) return filled.value;
  faults.push(...filled.faults.map((fault) => ({ source: call.source, ...fault })));
  return null;
}

/** `(lead key name)`: a sign before the first printed language only, kept on its line. */
export function lead(call: Call): unknown {
  const [sign, value] = call.args;
  const [first] = call.composer.languages;
  if (sign === null || sign === '' || first === undefined) return value;
  const before = `${String(sign)}${nbsp}`;
  if (!isPhrase(value)) return before + plainText(value, first);
  return { ...value, [first]: before + inLanguage(value, first).text };
}

/** `(first name)`: the first printed language of a phrase alone. */
export function first(call: Call): unknown {
  return utterance(call, 0);
}

/** `(second name)`: the second printed language, or nothing where one is printed or given. */
export function second(call: Call): unknown {
  return utterance(call, 1);
}

/** `(last name)`: the second language where two are printed, else the only one. */
export function last(call: Call): unknown {
  return second(call) ?? first(call);
}

function utterance(call: Call, order: number): Utterance | null {
  const [value] = call.args;
  const language = call.composer.languages[order];
  if (language === undefined || !isPhrase(value)) return null;
  const { text, of } = inLanguage(value, language);
  if (text === '' || (order > 0 && of !== language)) return null;
  return { utterance: text, language: of, order };
}

/** `(list a b)`: values under each other in one cell; nothings are left out. */
export function list(call: Call): readonly unknown[] {
  return call.args.flat().filter((value) => value !== null && value !== undefined);
}

/** `(figures previous)`: a list of decimals as figures, with the dash for one that is not there. */
export function figures(call: Call): readonly Figure[] {
  const [values] = call.args;
  if (!Array.isArray(values)) return [];
  const dash = { figure: call.composer.layout.nil.text, nil: true };
  return values.map((value: unknown) => figure({ ...call, args: [value] }) ?? dash);
}
