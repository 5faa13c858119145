// What generated programs call where they are traced: calls that say where their values come from.

import { type Origin, withOrigin } from '../typeset/origin.ts';
import type { BlockHelper, Fields, Scope, TemplateCall, Trace } from './vocabulary.ts';

/** What values come from; of several labels the first is kept. */
interface Found {
  readonly fields: string[];
  label?: string;
}

type Find = (scope: Scope, trace: Trace, found: Found) => void;
type TellNames = (scope: Scope, trace: Trace, named: Fields) => void;

/** A call site. */
interface Told {
  readonly helper: BlockHelper;
  readonly find: Find;
  readonly names: TellNames;
  /** So often it was called. */
  count: number;
}

function addFields(found: Found, trace: Trace, holder: unknown, name: string): void {
  found.fields.push(...trace.fieldsOf(holder, name));
}

/** Of a text the scope is asked, as texts cannot be told apart. */
function addContext({ fields }: Found, trace: Trace, scope: Scope): void {
  const isText = typeof scope.context !== 'object';
  fields.push(...trace.fieldsOf(isText ? scope : scope.context, isText ? 'this' : undefined));
}

/** What stands in a table or a column inherits that. */
function runTold(told: Told, call: TemplateCall, scope: Scope, values: readonly unknown[]): void {
  const { trace } = scope.host;
  if (trace === undefined) runWith(told.helper, call, scope, values);
  else {
    const { place } = trace;
    try {
      runWith(told.helper, retold(told, call, { scope, trace, values }), scope, values);
    } finally {
      trace.place = place;
    }
  }
}

function runWith(
  helper: BlockHelper,
  call: TemplateCall,
  scope: Scope,
  [first, ...others]: readonly unknown[],
): void {
  const second = others.length > 1 ? others : others[0];
  const built =
    call.steady && helper.runOnce !== undefined
      ? helper.runOnce(call, scope, first, second)
      : helper.run(call, scope, first, second);
  helper.put?.(call, built);
}

interface Use {
  readonly scope: Scope;
  readonly trace: Trace;
  readonly values: readonly unknown[];
}

/** Each call has a place of its own: nothing may be kept from one for the next. */
function retold(told: Told, call: TemplateCall, { scope, trace, values }: Use): TemplateCall {
  const { helper } = told;
  const found: Found = { fields: [] };
  told.find(scope, trace, found);
  enter(trace, helper, values[0]);
  told.names(scope, trace, call.hash);
  told.count += 1;
  const place = helper.constantOnly === true ? call.place : `${call.place}#${told.count}`;
  return { ...call, place, source: withOrigin(call.source, originFrom(found, trace)) };
}

function enter(trace: Trace, { first }: BlockHelper, value: unknown): void {
  if (typeof value !== 'string') return;
  if (first === 'table') trace.place = { table: value };
  if (first === 'column') trace.place = { ...trace.place, column: value };
}

function originFrom({ fields, label }: Found, { place }: Trace): Origin {
  // Of a supplier and its name the name tells more.
  const field = [...new Set(fields)].filter(
    (pointer) => !fields.some((other) => other.startsWith(`${pointer}/`)),
  );
  return {
    ...(field.length > 0 && { field }),
    ...(label !== undefined && { label }),
    ...place,
  };
}

/** Named values for a partial; `around` are those that its caller has over the same context. */
function toldNamed(
  named: Fields,
  around: Fields | undefined,
  scope: Scope,
  names: TellNames,
): Fields {
  const { trace } = scope.host;
  if (trace === undefined) return named;
  trace.lay(named, around === undefined ? [] : [around]);
  names(scope, trace, named);
  return named;
}

function tellEntry(scope: Scope, find: Find): void {
  const { trace } = scope.host;
  if (trace === undefined || scope.outer === undefined || typeof scope.context === 'object') return;
  const found: Found = { fields: [] };
  find(scope.outer, trace, found);
  const [only, ...others] = found.fields;
  const isList = only !== undefined && others.length === 0;
  trace.name(scope, 'this', isList ? [`${only}/${scope.index}`] : found.fields);
}

export const tracedCallees = { addContext, addFields, runTold, tellEntry, toldNamed };
