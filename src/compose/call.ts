// One use of a helper in a template: its arguments, read with checks. What a helper builds with
// them is its own affair.

import type { Style } from '../layout/edition-style.ts';
import { type TemplateCall, TemplateMistake } from '../layout/vocabulary.ts';
import type { Offset } from '../typeset/block.ts';
import type { Align, Join, Stroke, Wrap } from '../typeset/leaf-block.ts';
import type { Gray, Role } from '../typeset/page.ts';
import { mmToPt } from '../typeset/unit.ts';
import type { Composer } from './composer.ts';
import { plainText } from './value.ts';

export interface Call extends TemplateCall {
  readonly composer: Composer;
}

export function mistake(call: Call, message: string): TemplateMistake {
  return new TemplateMistake(call.source, `{{${call.name}}} ${message}`);
}

/**
 * What a call's named parameters mean, worked out once. The cast: a call belongs to one helper,
 * which keeps one type of thing in it.
 */
export function attributesOf<T>(call: Call, workOut: (call: Call) => T): T {
  if (call.attributes === undefined) call.attributes = workOut(call);
  return call.attributes as T;
}

/** The same for where the block stands in its parent. */
export function placementOf<T>(call: Call, workOut: (call: Call) => T): T {
  if (call.placement === undefined) call.placement = workOut(call);
  // A cast as above.
  return call.placement as T;
}

/** A length in points: millimetres as a number or in quotes, or the name of a measure. */
export function length(call: Call, key: string, fallback: number): number {
  const given = call.hash[key];
  return given === undefined ? fallback : parseLength(call, given);
}

export function optionalLength(call: Call, key: string): number | undefined {
  const given = call.hash[key];
  return given === undefined ? undefined : parseLength(call, given);
}

function parseLength(call: Call, given: unknown): number {
  if (typeof given === 'number') return mmToPt(given);
  if (typeof given === 'string') {
    const number = Number(given);
    if (given.trim() !== '' && !Number.isNaN(number)) return mmToPt(number);
    const negative = given.startsWith('-');
    const measure = call.composer.edition.measures.get(negative ? given.slice(1) : given);
    if (measure !== undefined) return negative ? -measure : measure;
  }
  throw mistake(call, `has a length "${String(given)}" that is neither millimetres nor a measure.`);
}

/** `12`, `"50%"`, `"100%-14"`, `"50%+baseline"`: a share of the parent and a length. */
export function offset(call: Call, key: string): Offset {
  const given = call.hash[key];
  if (given === undefined) return { points: 0, share: 0 };
  const parts = typeof given === 'string' ? /^(\d+(?:\.\d+)?)%(.*)$/.exec(given) : null;
  if (parts === null) return { points: parseLength(call, given), share: 0 };
  const rest = (parts[2] ?? '').replace(/^\+/, '');
  return {
    share: Number(parts[1]) / 100,
    points: rest === '' ? 0 : parseLength(call, rest),
  };
}

export function style(call: Call, fallback?: Style): Style {
  const given = call.hash.style;
  if (given === undefined && fallback !== undefined) return fallback;
  const found = typeof given === 'string' ? call.composer.edition.styles.get(given) : undefined;
  if (found === undefined) throw mistake(call, `has no style "${String(given)}".`);
  return found;
}

export function tone(call: Call, key: string): Gray | undefined {
  return named(call, key, call.composer.edition.tones, 'tone');
}

export function stroke(call: Call, key: string): Stroke | undefined {
  return named(call, key, call.composer.edition.strokes, 'stroke');
}

export function neededStroke(call: Call, key: string): Stroke {
  const found = stroke(call, key);
  if (found === undefined) throw mistake(call, `needs ${key}=… with the name of a stroke.`);
  return found;
}

/** Null stands for "not given", so that a template may choose by a condition. */
function named<T>(
  call: Call,
  key: string,
  all: ReadonlyMap<string, T>,
  what: string,
): T | undefined {
  const given = call.hash[key];
  if (given === undefined || given === null || given === '') return undefined;
  const found = typeof given === 'string' ? all.get(given) : undefined;
  if (found === undefined) throw mistake(call, `has no ${what} "${String(given)}".`);
  return found;
}

/** Of a named parameter that may be the bill's own. */
function ownOrNamed({ hash, own }: Call, key: string): unknown {
  return own !== undefined && key in own ? own[key] : hash[key];
}

export function word(call: Call, key: string): string | undefined {
  const given = ownOrNamed(call, key);
  if (given === undefined || given === null || given === '') return undefined;
  if (typeof given === 'string') return given;
  throw mistake(call, `takes a word for ${key}=.`);
}

/** A value in words of the first printed language: for screen readers. */
export function spoken(call: Call, key: string): string | undefined {
  const given = ownOrNamed(call, key);
  const [language] = call.composer.languages;
  if (given === undefined || given === null || language === undefined) return undefined;
  return plainText(given, language);
}

export function number(call: Call, key: string, fallback: number): number {
  const given = call.hash[key];
  if (given === undefined || given === null) return fallback;
  const value = Number(given);
  if (Number.isNaN(value)) throw mistake(call, `takes a number for ${key}=.`);
  return value;
}

export function flag(call: Call, key: string, fallback = false): boolean {
  const given = call.hash[key];
  return given === undefined ? fallback : given === true || given === 'true';
}

const aligns: readonly Align[] = ['left', 'right', 'center'];
const joins: readonly Join[] = ['stack', 'inline', 'auto'];
const wraps: readonly Wrap[] = ['none', 'words', 'anywhere'];
const roles: readonly Role[] = ['title', 'heading', 'label', 'text', 'cell', 'header-cell'];

export function align(call: Call, fallback: Align): Align {
  return oneOf(call, 'align', aligns) ?? fallback;
}

export function join(call: Call, fallback: Join): Join {
  return oneOf(call, 'join', joins) ?? fallback;
}

export function wrap(call: Call, fallback: Wrap): Wrap {
  return oneOf(call, 'wrap', wraps) ?? fallback;
}

export function role(call: Call, fallback: Role): Role {
  return oneOf(call, 'role', roles) ?? fallback;
}

function oneOf<T extends string>(call: Call, key: string, all: readonly T[]): T | undefined {
  const given = word(call, key);
  if (given === undefined) return undefined;
  const found = all.find((one) => one === given);
  if (found === undefined) throw mistake(call, `takes ${all.join(', ')} for ${key}=.`);
  return found;
}
