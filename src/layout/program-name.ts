// What names in templates mean: `name`, `this.name`, `../name`, `@first`. Everything must be there.

import { type Fields, type Scope, TemplateMistake } from './vocabulary.ts';

/** A name in a template, with the place that a mistake tells. */
export interface Path {
  readonly source: string;
  readonly names: readonly string[];
}

/** The value of a name, or the mistake of asking for what is not there. */
export function valueAt(scope: Scope | undefined, { source, names }: Path): unknown {
  const [first, ...rest] = names;
  if (first === undefined) return contextOf(scope);
  let value = nameIn(scope, first, source);
  for (const name of rest) value = fieldOf(value, name, source);
  return value;
}

function nameIn(scope: Scope | undefined, name: string, source: string): unknown {
  const named = scope?.named;
  if (named !== undefined && Object.hasOwn(named, name)) return named[name];
  return fieldOf(scope?.context, name, source);
}

/** The context as a whole, with what is laid over it. */
function contextOf(scope: Scope | undefined): unknown {
  if (scope?.named === undefined) return scope?.context;
  return typeof scope.context === 'object' ? { ...scope.context, ...scope.named } : scope.named;
}

/** `@index`, `@first`, `@last` of the innermost {{#each}}. */
export function loopValue({ index, count }: Scope, name: string, source: string): unknown {
  if (index >= 0) {
    if (name === 'index') return index;
    if (name === 'first') return index === 0;
    if (name === 'last') return index === count - 1;
  }
  throw new TemplateMistake(source, `there is no @${name} here`);
}

/**
 * Own fields only, and every field must be there: views say null for what a bill lacks. A field
 * that is undefined is not there.
 */
function fieldOf(value: unknown, name: string, source: string): unknown {
  if (typeof value === 'object' && value !== null) {
    // TypeScript has no type for an object known by one key.
    const found = Object.hasOwn(value, name) ? (value as Fields)[name] : undefined;
    if (found !== undefined) return found;
    throw new TemplateMistake(source, `there is no field "${name}"`);
  }
  const reason =
    value === null || value === undefined
      ? `it reads "${name}" of nothing; guard it with {{#if}}`
      : `there is no field "${name}"`;
  throw new TemplateMistake(source, reason);
}

/** What names are looked for in. */
export function fieldsOf(context: unknown): object {
  return typeof context === 'object' && context !== null ? context : nothing;
}

const nothing: object = Object.freeze({});
