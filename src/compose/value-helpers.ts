// Helpers that compute a value for a text: labels, figures, dates, words. They put nothing on the
// page. Formatting itself is format/'s.

import assert from 'node:assert/strict';
import { linearPayload } from '../bill/linear-payload.ts';
import type { Phrase } from '../bill/phrase.ts';
import { type Unit, units } from '../bill/unit.ts';
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
import { Figure, inLanguage, isPhrase, mayBeAsked, plainText, Utterance } from './value.ts';

/** `(label "payBy")`, `(label "countedTo" date=(date paymentsCountedTo))`: fills `{date}`. */
export function label(call: Call, ...parts: readonly unknown[]): Phrase | null {
  const key = parts.length === 1 ? String(parts[0]) : parts.map(String).join('');
  const found = call.composer.layout.labels.get(key);
  if (found === undefined) throw read.mistake(call, `knows no label "${key}".`);
  if (!blank.test(found.kk) && Object.keys(call.hash).length === 0) return found;
  return phraseOf(call, (language) => {
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

/** In the languages that are printed; Kazakh is in every phrase. */
function phraseOf({ composer }: Call, inOne: (language: Language) => string): Phrase {
  const { languages } = composer;
  return {
    kk: inOne('kk'),
    ru: mayBeAsked(languages, 'ru') ? inOne('ru') : undefined,
    en: mayBeAsked(languages, 'en') ? inOne('en') : undefined,
  };
}

/** Tiyn → `26 067,86`. */
export function money(_: Call, tiyn: unknown): Figure | null {
  return typeof tiyn === 'number' ? new Figure(formatMoney(tiyn), own) : null;
}

/** Sums and readings are a bill's own, tariffs their row's; short quantities come again. */
const own = { nil: false, recurs: false };
const short = { nil: false, recurs: true };
const nothing = { nil: true, recurs: true };

/** The same, with the dash of the layout for zero. */
export function amount(call: Call, tiyn: unknown): Figure | null {
  return tiyn === 0 ? read.attributesOf(call, dash) : money(call, tiyn);
}

function dash({ composer }: Call): Figure {
  return new Figure(composer.layout.nil.text, nothing);
}

/** Tiyn → `26 067,86 ₸`. */
export function moneyWithSign(_: Call, tiyn: unknown): string | null {
  return typeof tiyn === 'number' ? formatMoneyWithSign(tiyn) : null;
}

/** A reading, quantity or tariff with its own decimals. */
export function figure(_: Call, value: unknown): Figure | null {
  if (typeof value !== 'string') return null;
  return value.length > shortUpTo ? new Figure(formatDecimal(value), own) : shortFigure(value);
}

/** Characters of a decimal; there are some two thousand as short as this. */
const shortUpTo = 3;

/** The same object for the same decimal, so that what is made of it is found again. */
const shortFigures = new Map<string, Figure>();

function shortFigure(value: string): Figure {
  const known = shortFigures.get(value);
  if (known !== undefined) return known;
  const made = new Figure(formatDecimal(value), short);
  shortFigures.set(value, made);
  return made;
}

/** Wraps a formatter of strings: nothing stays nothing. */
function ofText(
  shape: RegExp,
  format: (text: string) => string,
): (call: Call, text: unknown) => string | null {
  return (call, text) => {
    if (text === null) return null;
    if (typeof text === 'string' && shape.test(text)) return format(text);
    throw read.mistake(call, 'does not take this value.');
  };
}

/** Wraps a formatter that speaks every language. */
function inWords<T>(
  isGiven: (value: unknown) => value is T,
  format: (value: T, language: Language) => string,
): (call: Call, value: unknown) => Phrase | null {
  return (call, value) => {
    if (value === null) return null;
    if (isGiven(value)) return phraseOf(call, (language) => format(value, language));
    throw read.mistake(call, 'does not take this value.');
  };
}

const dateShape = /^\d{4}-\d\d-\d\d$/;
const periodShape = /^\d{4}-(?:0[1-9]|1[0-2])$/;

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && dateShape.test(value);
const isPeriod = (value: unknown): value is string =>
  typeof value === 'string' && periodShape.test(value);
const isAmount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
const isDay = (value: unknown): value is number => isAmount(value) && value >= 1 && value <= 31;
const isUnit = (value: unknown): value is Unit => units.some((known) => known === value);

export const date = ofText(dateShape, formatDate);
export const month = ofText(periodShape, formatPeriod);
export const shortMonth = ofText(periodShape, formatShortPeriod);
export const iban = ofText(/^KZ[0-9A-Z]{18}$/, formatIban);
export const monthWords = inWords(isPeriod, periodInWords);
export const chargePeriod = inWords(isPeriod, chargePeriodPhrase);
export const dateUpTo = inWords(isDate, upToDate);
export const dayUntil = inWords(isDay, untilDay);
export const words = inWords(isAmount, amountInWords);
export const unit = inWords(isUnit, unitName);

/** `(days 20 25)` → «20‑сынан 25‑іне дейін», «с 20 по 25 число». */
export function days(call: Call, from: unknown, to: unknown): Phrase | null {
  if (from === null || to === null) return null;
  if (!isDay(from) || !isDay(to)) throw read.mistake(call, 'takes two days of a month.');
  return phraseOf(call, (language) => dayRange(from, to, language));
}

/**
 * `(join a " " b)`: texts and figures one after another; phrases language by language, where one
 * of them speaks it.
 */
export function joinValues({ composer }: Call, ...values: readonly unknown[]): Phrase | string {
  const inOne = (language: Language) => {
    let joined = '';
    for (const value of values) joined += plainText(value, language);
    return joined;
  };
  const phrases = values.filter(isPhrase);
  if (phrases.length === 0) return inOne('kk');
  const speak = (language: Language) =>
    mayBeAsked(composer.languages, language) &&
    phrases.some((phrase) => phrase[language] !== undefined);
  return {
    kk: inOne('kk'),
    ru: speak('ru') ? inOne('ru') : undefined,
    en: speak('en') ? inOne('en') : undefined,
  };
}

/** `(payload "{account}{period}")`: the text of a linear barcode, filled from the bill. */
export function payload(call: Call, pattern: unknown): string | null {
  const { bill, faults, remembering } = call.composer;
  if (remembering) throw read.mistake(call, 'may not stand in {{#remember}}.');
  assert(bill, 'a template runs without a bill');
  const filled = linearPayload(String(pattern), bill);
  if (filled.ok) return filled.value;
  faults.push(...filled.faults.map((fault) => ({ source: call.source, ...fault })));
  return null;
}

/** `(lead key name)`: a sign before the first printed language only, kept on its line. */
export function lead(call: Call, sign: unknown, value: unknown): unknown {
  const [first] = call.composer.languages;
  if (sign === null || sign === '' || first === undefined) return value;
  const before = `${String(sign)}${nbsp}`;
  if (!isPhrase(value)) return before + plainText(value, first);
  // The language that is really printed, which may be the one it falls back to.
  const { text, of } = inLanguage(value, first);
  return { ...value, [of]: before + text };
}

/** `(first name)`: the first printed language of a phrase alone. */
export function first(call: Call, value: unknown): unknown {
  return utterance(call, value, 0);
}

/** `(second name)`: the second printed language, or nothing where one is printed or given. */
export function second(call: Call, value: unknown): unknown {
  return utterance(call, value, 1);
}

/** `(last name)`: the second language where two are printed, else the only one. */
export function last(call: Call, value: unknown): unknown {
  return second(call, value) ?? first(call, value);
}

function utterance(call: Call, value: unknown, order: number): Utterance | null {
  const language = call.composer.languages[order];
  if (language === undefined || !isPhrase(value)) return null;
  const { text, of } = inLanguage(value, language);
  if (text === '' || (order > 0 && of !== language)) return null;
  return new Utterance(text, of, order);
}

/** `(list a b)`: values under each other in one cell; nothings are left out. */
export function list(_: Call, ...values: readonly unknown[]): readonly unknown[] {
  return values.flat().filter((value) => value !== null && value !== undefined);
}

/** `(columnsOf charges 2)`: a list cut into so many, to be read column after column. */
export function columnsOf(
  call: Call,
  values: unknown,
  count: unknown,
): readonly (readonly unknown[])[] {
  if (!Array.isArray(values) || !isAmount(count) || count < 1) {
    throw read.mistake(call, 'takes a list and how many columns to make of it.');
  }
  const columns: (readonly unknown[])[] = [];
  let from = 0;
  for (let index = 1; index <= count; index += 1) {
    // Rounded up, so that an earlier column is never the shorter one.
    const to = Math.ceil((index * values.length) / count);
    columns.push(values.slice(from, to));
    from = to;
  }
  return columns;
}

/** `(figures previous)`: a list of decimals as figures, with the dash for one that is not there. */
export function figures(call: Call, values: unknown): readonly Figure[] {
  if (!Array.isArray(values)) return [];
  return values.map((value: unknown) => figure(call, value) ?? read.attributesOf(call, dash));
}
