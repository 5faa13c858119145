// Templates → one function to run. Compiled at start, so that a broken one stops the start with
// its line. Strings only: a syntax tree from elsewhere is never compiled.

import Handlebars from 'handlebars';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { TemplateData } from './package.ts';
import { checkTemplate, type Names } from './template-check.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A template or partial: its name, its path in the layouts folder, its text. */
export interface TemplateSource {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

type Run = (view: object, data: TemplateData) => void;

type Compiled = (context: unknown, options?: RuntimeOptions) => string;

interface RuntimeOptions {
  readonly data?: TemplateData;
}

/** `main` is the template to run, `partials` what it may call; both are checked first. */
export function compileTemplates(
  main: TemplateSource,
  partials: readonly TemplateSource[],
  given: { readonly names: Names; readonly vocabulary: Vocabulary },
): Outcome<Run> {
  const faults: Fault[] = [];
  const runtime = Handlebars.create();
  for (const [name, helper] of Object.entries(given.vocabulary.functions)) {
    runtime.registerHelper(name, helper);
  }
  const compiled = new Map<string, Compiled>();
  for (const source of [main, ...partials]) {
    const template = compileOne(source, { ...given, runtime, faults });
    if (template !== undefined) compiled.set(source.name, inFile(source.file, template));
  }
  const run = compiled.get(main.name);
  if (run === undefined || faults.length > 0) return failure(faults);
  for (const { name } of partials) {
    const partial = compiled.get(name);
    if (partial !== undefined) runtime.registerPartial(name, partial);
  }
  return success((view, data) => {
    run(view, { data });
  });
}

/** Helpers read the file from the composer, as Handlebars tells them only line and column. */
function inFile(file: string, template: Compiled): Compiled {
  return (context, options) => {
    const composer = options?.data?.composer;
    if (composer === undefined) return template(context, options);
    const outer = composer.file;
    composer.file = file;
    const output = template(context, options);
    composer.file = outer;
    return output;
  };
}

/** One cast: precompile() is typed `any`, and what it writes is what template() takes. */
function compileOne(
  source: TemplateSource,
  given: {
    readonly names: Names;
    readonly vocabulary: Vocabulary;
    readonly runtime: typeof Handlebars;
    readonly faults: Fault[];
  },
): Compiled | undefined {
  const { vocabulary, names, faults, runtime } = given;
  const before = faults.length;
  try {
    const program = Handlebars.parse(source.text);
    checkTemplate(program, { file: source.file, names, vocabulary, faults });
    if (faults.length > before) return undefined;
    const code = Handlebars.precompile(source.text, {
      strict: true,
      noEscape: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries([...vocabulary.signatures.keys()].map((k) => [k, true])),
    });
    // The code comes from our own layout folder by way of Handlebars' compiler, never from a bill.
    const specification: unknown = new Function(`return ${String(code)}`)();
    return runtime.template(specification as Parameters<typeof runtime.template>[0]);
  } catch (error) {
    faults.push(syntaxFault(source, error));
    return undefined;
  }
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
