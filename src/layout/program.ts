// Runs templates: Handlebars' syntax tree turned once into JavaScript, with the subset of its
// meaning that layouts use. It knows no blocks; helpers put them on the page.
//
// Handlebars' own runtime builds text. Here text has no meaning, so its work for each call (copies
// of options, wrapped helpers, escaping) would be thrown away; and it cannot tell which calls are
// the same for every bill. See docs/decisions/0009-templates-as-functions.md, and
// docs/decisions/0038-templates-as-source.md on why they are code.

import { callees } from './program-callee.ts';
import { nothingLaid } from './program-function.ts';
import { type Compiling, ProgramSource, type TemplateTree } from './program-source.ts';
import { statementsSource } from './program-statement.ts';
import { tracedCallees } from './program-tell.ts';
import { type Run, TemplateMistake } from './vocabulary.ts';

export interface Program {
  readonly run: Run;
  /** How many things it keeps for each setting. */
  readonly slots: number;
}

/** Mistakes are those of the templates, the first of each. */
export function compileProgram(main: TemplateTree, given: Compiling): Program | TemplateMistake[] {
  const mistakes = new Map<TemplateTree, TemplateMistake>();
  const source = new ProgramSource(given);
  const name = source.template(main, nothingLaid);
  const written = writeTemplates(source, mistakes);
  // What no template calls is written as well, into nothing: its mistakes stop the start, too.
  const others = new ProgramSource(given);
  for (const tree of given.partials.values()) {
    if (!written.has(tree)) others.template(tree, nothingLaid);
  }
  writeTemplates(others, mistakes);
  if (mistakes.size === 0) return { run: linkedLate(source, name), slots: source.slots };
  return [main, ...given.partials.values()].flatMap((tree) => mistakes.get(tree) ?? []);
}

function writeTemplates(
  program: ProgramSource,
  mistakes: Map<TemplateTree, TemplateMistake>,
): ReadonlySet<TemplateTree> {
  const written = new Set<TemplateTree>();
  for (let next = program.next(); next !== undefined; next = program.next()) {
    const { tree, fn } = next;
    written.add(tree);
    try {
      const at = { program, file: tree.file, fn, level: fn.level };
      program.code.push(fn.text(statementsSource(tree.program, at).lines));
    } catch (error) {
      if (!(error instanceof TemplateMistake)) throw error;
      if (!mistakes.has(tree)) mistakes.set(tree, error);
    }
  }
  return written;
}

/** The engine reads the code when the first bill comes: many a layout of a folder sees none. */
function linkedLate(source: ProgramSource, name: string): Run {
  let run: Run | undefined;
  return (scope) => {
    run ??= linked(source, name);
    run(scope);
  };
}

function linked({ code, captured, lists }: ProgramSource, name: string): Run {
  const handed = { ...callees, ...tracedCallees, ...lists, ...Object.fromEntries(captured) };
  const text = ["'use strict';", ...code, `return ${name};`].join('\n');
  const make = new Function(...Object.keys(handed), text);
  return make(...Object.values(handed));
}
