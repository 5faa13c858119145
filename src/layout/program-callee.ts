// What generated programs call by name, beside the helpers themselves.

import { Memo } from './memo.ts';
import { variantsIn } from './program-hash.ts';
import { fieldsOf, loopValue, valueAt } from './program-name.ts';
import {
  type Fields,
  type Run,
  type Scope,
  type TemplateCall,
  type TemplateHost,
  TemplateMistake,
  type ValueHelper,
} from './vocabulary.ts';

/** A call of a helper as it stands in a template, whatever it is called with. */
export interface CallSite {
  /** What it keeps for a setting stands there. */
  readonly slot: number;
  readonly name: string;
  /** `file:line`, and the same with the column. */
  readonly source: string;
  readonly place: string;
  readonly count: number;
  readonly steady: boolean;
  /** Generated as well, so it comes with the program. */
  body: Run | undefined;
  steps: readonly Run[] | undefined;
}

function freshCall(at: CallSite, host: TemplateHost, hash: Fields): TemplateCall {
  const { name, source, place, count, steady, body, steps } = at;
  const filled = { own: undefined, attributes: undefined, placement: undefined, made: undefined };
  // Helpers keep in the call what follows from its named values, so these stay.
  const named = { hash: Object.freeze(hash), composer: host };
  return { name, source, place, ...named, count, body, steps, steady, ...filled };
}

/** Until the site is called with others. */
function keptCall(at: CallSite, host: TemplateHost, hash: Fields): TemplateCall {
  const call = freshCall(at, host, hash);
  host.kept[at.slot] = call;
  return call;
}

const none: Fields = Object.freeze({});

const noSite: CallSite = {
  slot: 0,
  name: '',
  source: '',
  place: '',
  count: 0,
  steady: false,
  body: undefined,
  steps: undefined,
};

/** For helpers that do not look at their call: one that writes to it, for all, fails at once. */
const nowhere = Object.freeze(freshCall(noSite, { kept: [] }, none));

/** Equal values give the same object, so that what is made of it can be found again. */
function recalled(run: ValueHelper['run'], call: TemplateCall, value: unknown): unknown {
  if (value === null) return run(call, value);
  const memo = memoOf<unknown>(call);
  const known = memo.get(value);
  if (known !== undefined) return known;
  const made = run(call, value);
  if (made !== undefined) memo.set(value, made);
  return made;
}

/** The same for two values, of which the second tells more. */
function recalledByTwo(
  run: ValueHelper['run'],
  call: TemplateCall,
  a: unknown,
  b: unknown,
): unknown {
  const memo = memoOf<{ readonly a: unknown; readonly made: unknown }>(call);
  const known = memo.get(b);
  if (known !== undefined && known.a === a) return known.made;
  const made = run(call, a, b);
  memo.set(b, { a, made });
  return made;
}

/** One cast: only the two functions above keep something in the call of a value that recurs. */
function memoOf<V>(call: TemplateCall): Memo<unknown, V> {
  if (call.made === undefined) call.made = new Memo<unknown, V>();
  return call.made as Memo<unknown, V>;
}

/** Handlebars' idea of emptiness: nothing, false, zero, no text, no entries. */
export function says(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** What {{#each}} runs over. */
function listOf(value: unknown, source: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === null) return noEntries;
  throw new TemplateMistake(source, '{{#each}} runs over lists only');
}

const noEntries: readonly unknown[] = [];

function entryOf(outer: Scope, context: unknown, index: number, count: number): Scope {
  return { context, named: undefined, outer, host: outer.host, index, count };
}

/** `context` around `scope`, as {{#with}} sees it. */
function within(outer: Scope, context: unknown): Scope {
  const { host, index, count } = outer;
  return { context, named: undefined, outer, host, index, count };
}

/** `context` and nothing around it, with what is laid over it. */
export function scopeAlone(scope: Scope, context: unknown, named: Fields | undefined): Scope {
  const { host, index, count } = scope;
  return { context, named, outer: undefined, host, index, count };
}

export const callees = {
  entryOf,
  fieldsOf,
  freshCall,
  keptCall,
  listOf,
  loopValue,
  none,
  nowhere,
  recalled,
  recalledByTwo,
  says,
  scopeAlone,
  valueAt,
  variantsIn,
  within,
};
