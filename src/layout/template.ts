// Templates → one function to run. Parsed and checked at start, so that a broken one stops the
// start with its line. Strings only: a syntax tree from elsewhere is never run.

import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import { compileProgram, type Program } from './program.ts';
import type { TemplateTree } from './program-source.ts';
import { checkTemplate, type Names } from './template-check.ts';
import type { TemplateHost, Vocabulary } from './vocabulary.ts';

/** A template or partial: its name, its path in the layouts folder, its text. */
export interface TemplateSource {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Runs the template over a view; helpers write into the host. */
export type Template = (view: object, host: TemplateHost) => void;

interface Given {
  readonly names: Names;
  readonly vocabulary: Vocabulary;
  /** Compiled to say where values come from, too. */
  readonly traced?: boolean;
}

/**
 * `main` is the template to run, `sources` what it may call. All are checked at once, and compiled
 * when the first bill comes, as many a layout of a folder sees none.
 */
export function compileTemplates(
  main: TemplateSource,
  sources: readonly TemplateSource[],
  given: Given,
): Outcome<Template> {
  const faults: Fault[] = [];
  const tree = parseTemplate(main, given, faults);
  const partials = new Map<string, TemplateTree>();
  for (const source of sources) {
    const partial = parseTemplate(source, given, faults);
    if (partial !== undefined) partials.set(source.name, partial);
  }
  if (faults.length > 0 || tree === undefined) return failure(faults);
  const { vocabulary, traced = false } = given;
  let program: Program | undefined;
  return success((view, host) => {
    program ??= compileProgram(tree, { partials, vocabulary, traced });
    while (host.kept.length < program.slots) host.kept.push(undefined);
    program.run({ context: view, named: undefined, outer: undefined, host, index: -1, count: 0 });
  });
}

function parseTemplate(
  source: TemplateSource,
  { names, vocabulary }: Given,
  faults: Fault[],
): TemplateTree | undefined {
  try {
    const { name, file } = source;
    const program = syntaxOf(source);
    checkTemplate(program, { file, names, vocabulary, faults });
    return { name, file, program };
  } catch (error) {
    faults.push(syntaxFault(source, error));
    return undefined;
  }
}

/** Most sources are shared parts: parsed once for all layouts, which is most of their loading. */
const syntaxes = new WeakMap<TemplateSource, hbs.AST.Program>();

/** The same tree for the same source; nobody changes it. */
function syntaxOf(source: TemplateSource): hbs.AST.Program {
  const known = syntaxes.get(source);
  if (known !== undefined) return known;
  const program = parse(source.text);
  syntaxes.set(source, program);
  return program;
}

/** Handlebars puts the line into the message of a parse error, or beside it. */
function syntaxFault(source: TemplateSource, error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  const line = /line (\d+)/.exec(message)?.[1] ?? /- (\d+):\d+/.exec(message)?.[1];
  const place = line === undefined ? source.file : `${source.file}:${line}`;
  return {
    code: 'LAYOUT_BROKEN',
    message: `${place}: ${message.replaceAll('\n', ' ')}`,
    source: place,
  };
}
