// Names in templates: `name`, `this.name`, `../name`, `@first`. Everything must be there.

import { type Fields, type Scope, TemplateMistake } from './vocabulary.ts';

export type Evaluate = (scope: Scope) => unknown;

/** `context` around `scope`, as {{#with}} sees it. */
export function scopeWithin(scope: Scope, context: unknown): Scope {
  const { host, index, count } = scope;
  return { context, named: undefined, outer: scope, host, index, count };
}

/** `context` and nothing around it. */
export function scopeAlone(scope: Scope, context: unknown, named: Fields | undefined): Scope {
  const { host, index, count } = scope;
  return { context, named, outer: undefined, host, index, count };
}

/** `file` is named in the mistake of asking for what is not there. */
export function compilePath(path: hbs.AST.PathExpression, file: string): Evaluate {
  const source = `${file}:${path.loc.start.line}`;
  // Sub-expressions as heads of paths are refused by the checks; parts are names.
  const [first, ...rest] = path.parts.map(String);
  if (path.data) return loopValue(first ?? '', source);
  const { depth } = path;
  if (first === undefined) return (scope) => contextOf(scopeAt(scope, depth));
  if (depth === 0 && rest.length === 0) return (scope) => nameIn(scope, first, source);
  return (scope) => {
    let value = nameIn(scopeAt(scope, depth), first, source);
    for (let index = 0; index < rest.length; index += 1) {
      value = fieldOf(value, rest[index] ?? '', source);
    }
    return value;
  };
}

export function scopeAt(scope: Scope, depth: number): Scope | undefined {
  let around: Scope | undefined = scope;
  for (let step = 0; step < depth; step += 1) around = around?.outer;
  return around;
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
function loopValue(name: string, source: string): Evaluate {
  const read = loopValues.get(name);
  return (scope) => {
    if (read !== undefined && scope.index >= 0) return read(scope);
    throw new TemplateMistake(source, `there is no @${name} here`);
  };
}

const loopValues = new Map<string, Evaluate>([
  ['index', ({ index }) => index],
  ['first', ({ index }) => index === 0],
  ['last', ({ index, count }) => index === count - 1],
]);

/**
 * Own fields only, and every field must be there: views say null for what a bill lacks. A field
 * that is undefined is not there. What is found and no function is an own field, as prototypes hold
 * nothing else but one another.
 */
function fieldOf(value: unknown, name: string, source: string): unknown {
  if (typeof value === 'object' && value !== null) {
    // TypeScript has no type for an object known by one key.
    const found = (value as Fields)[name];
    if (found !== undefined && typeof found !== 'function' && name !== '__proto__') return found;
    if (found !== undefined && Object.hasOwn(value, name)) return found;
    throw new TemplateMistake(source, `there is no field "${name}"`);
  }
  const reason =
    value === null || value === undefined
      ? `it reads "${name}" of nothing; guard it with {{#if}}`
      : `there is no field "${name}"`;
  throw new TemplateMistake(source, reason);
}
