// Names in templates: `name`, `this.name`, `../name`, `@first`. Everything must be there.

import { type TemplateHost, TemplateMistake } from './vocabulary.ts';

/** What names resolve against: the context, and those around it in this template. */
export interface Scope {
  readonly context: unknown;
  readonly outer: Scope | undefined;
  readonly loop: Loop | undefined;
  readonly host: TemplateHost;
}

interface Loop {
  readonly index: number;
  readonly first: boolean;
  readonly last: boolean;
}

export type Evaluate = (scope: Scope) => unknown;

/** `file` is named in the mistake of asking for what is not there. */
export function compilePath(path: hbs.AST.PathExpression, file: string): Evaluate {
  const source = `${file}:${path.loc.start.line}`;
  // Sub-expressions as heads of paths are refused by the checks; parts are names.
  const names = path.parts.map(String);
  if (path.data) return loopValue(names[0] ?? '', source);
  const { depth } = path;
  return (scope) => {
    let around: Scope | undefined = scope;
    for (let step = 0; step < depth; step += 1) around = around?.outer;
    let value = around?.context;
    for (const name of names) value = fieldOf(value, name, source);
    return value;
  };
}

/** `@index`, `@first`, `@last` of the innermost {{#each}}; a cast, as `hasOwn` narrows no key. */
function loopValue(name: string, source: string): Evaluate {
  return ({ loop }) => {
    if (loop !== undefined && Object.hasOwn(loop, name)) return loop[name as keyof Loop];
    throw new TemplateMistake(source, `there is no @${name} here`);
  };
}

/** Own fields only, and every field must be there: views say null for what a bill lacks. */
function fieldOf(value: unknown, name: string, source: string): unknown {
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, name)) {
    // The field was just found; TypeScript has no type for an object known by one key.
    return (value as Record<string, unknown>)[name];
  }
  const reason =
    value === null || value === undefined
      ? `it reads "${name}" of nothing; guard it with {{#if}}`
      : `there is no field "${name}"`;
  throw new TemplateMistake(source, reason);
}
