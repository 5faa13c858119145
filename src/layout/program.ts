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
import { templateSource } from './program-statement.ts';
import { tracedCallees } from './program-tell.ts';
import type { Run } from './vocabulary.ts';

export interface Program {
  readonly run: Run;
  /** How many things it keeps for each setting. */
  readonly slots: number;
}

export function compileProgram(main: TemplateTree, given: Compiling): Program {
  const program = new ProgramSource(given);
  const name = program.template(main, nothingLaid);
  for (let next = program.next(); next !== undefined; next = program.next()) {
    const { tree, fn } = next;
    const at = { program, file: tree.file, fn, level: fn.level };
    program.code.push(templateSource(tree.program, at));
  }
  return { run: linked(program, name), slots: program.slots };
}

function linked({ code, captured, lists }: ProgramSource, name: string): Run {
  const handed = { ...callees, ...tracedCallees, ...lists, ...Object.fromEntries(captured) };
  const text = ["'use strict';", ...code, `return ${name};`].join('\n');
  const make = new Function(...Object.keys(handed), text);
  return make(...Object.values(handed));
}
