// The code for names in templates: `name`, `this.name`, `../name`, `@first`. It takes the way that
// is nearly always right, and asks program-name.ts, which says what names mean, where it is not.

import type { FunctionSource, Level } from './program-function.ts';
import type { ProgramSource } from './program-source.ts';

/** Where code is written. */
export interface At {
  readonly program: ProgramSource;
  /** As messages name it: `<layout>/bill.hbs`. */
  readonly file: string;
  readonly fn: FunctionSource;
  readonly level: Level;
}

/** An expression with the value. */
export function pathSource(path: hbs.AST.PathExpression, { program, file, level }: At): string {
  // Sub-expressions as heads of paths are refused by the checks; parts are names.
  const names = path.parts.map(String);
  const [first] = names;
  const source = `${file}:${path.loc.start.line}`;
  if (path.data) {
    return `loopValue(${level.scope()}, ${[first, source].map((one) => JSON.stringify(one))})`;
  }
  const around = level.at(path.depth);
  const whole = `valueAt(${around?.scope()}, ${program.listed('paths', { source, names })})`;
  if (around === undefined || names.includes('__proto__')) return whole;
  if (first !== undefined) return fieldSource(names, around, whole);
  return around.laid.size > 0 ? whole : `${around.scope()}.context`;
}

/** A value that was laid over the context is what it is; any other must be a field. */
function fieldSource(names: readonly string[], level: Level, whole: string): string {
  const [first = '', ...rest] = names;
  const isLaid = level.laid.has(first);
  const start = fieldOf(isLaid ? `${level.scope()}.named` : level.fields(), first);
  const last = rest.at(-1);
  if (last === undefined) return isLaid ? start : `(${isThere(start, first)} ? t : ${whole})`;
  const holders = rest.map((_, index) => {
    const holder = index === 0 ? start : fieldOf('t', rest[index - 1] ?? '');
    return `typeof (t = ${holder}) === "object" && t !== null`;
  });
  return `(${[...holders, isThere(fieldOf('t', last), last)].join(' && ')} ? t : ${whole})`;
}

function fieldOf(holder: string, name: string): string {
  return `${holder}[${JSON.stringify(name)}]`;
}

/** What prototypes have as well is asked for in the long way, unless it is a plain value. */
function isThere(code: string, name: string): string {
  const isInherited = name in Object.prototype || name in Array.prototype;
  const isFound = `(t = ${code}) !== undefined`;
  return isInherited ? `${isFound} && typeof t !== "function"` : isFound;
}
