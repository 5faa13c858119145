// tolem layout: new makes a folder for a new layout and its first sample, diff is layout-diff.ts's.
// It changes no layout that is there; what a layout looks like is written in the skeleton, as data.

import { join, relative } from 'node:path';
import { createClock } from '../clock.ts';
import { languageChoice, layoutSchema } from '../layout/schema.ts';
import { resolution } from '../worker/protocol.ts';
import {
  type Command,
  type Engine,
  type Exit,
  exit,
  type Given,
  type Surroundings,
  UsageError,
} from './command.ts';
import { diffLayouts } from './layout-diff.ts';
import { exitOf, faultLines } from './report.ts';
import { withConfig, withEngine } from './session.ts';
import {
  type Made,
  makeFromSkeleton,
  type Order,
  requireFree,
  type Title,
  unmake,
} from './skeleton.ts';

export const layoutCommand: Command = {
  name: 'layout',
  summary: 'Begin a new layout, or compare two.',
  usage: 'new ID | diff A B --bills FILE',
  options: {
    languages: {
      type: 'string',
      default: 'kk-ru,kk,ru',
      about: `Of ${languageChoice.options.join(', ')}; the first is the sample's.`,
    },
    'title-kk': { type: 'string', about: 'Title of the bill in Kazakh.' },
    'title-ru': { type: 'string', about: 'The same in Russian.' },
    'title-en': { type: 'string', about: 'The same in English, where it is offered.' },
    bills: { type: 'string', about: 'Bills to compare with: JSON, NDJSON or a folder of them.' },
    report: { type: 'string', about: 'Write a page with pictures of what differs to this file.' },
    json: { type: 'boolean', default: false, about: 'Report one JSON object a bill (diff).' },
  },
  examples: [
    ['layout new town', 'makes layouts/town and samples/town/typical.json'],
    ['layout new town --languages ru', 'the same in Russian alone'],
    ['layout diff town@1 town@2 --bills may.ndjson', 'says which bills change, most changed first'],
    ['layout diff town drafts/town --bills may.ndjson', 'compares with a layout in a folder'],
  ],
  run: (given, surroundings) => {
    const [word, ...names] = given.files;
    if (word === 'diff') return diffLayouts(names, given, surroundings);
    if (word === 'new') return makeLayout(names, given, surroundings);
    throw new UsageError('Write `layout new` and the id of the layout, or `layout diff A B`.');
  },
};

function makeLayout(
  names: readonly string[],
  given: Given,
  surroundings: Surroundings,
): Promise<Exit> {
  const [id, ...rest] = names;
  if (id === undefined || rest.length > 0) {
    throw new UsageError('Write `layout new` and the id of the layout.');
  }
  return withConfig(surroundings, async (config) => {
    const today = createClock(config.zone).today();
    const order = orderOf(id, today.slice(0, 7), given);
    await requireFree(order.id, config);
    const made = await makeFromSkeleton(order, config);
    // All or nothing: a half-made layout would stop every start from now on.
    const outcome = await prove(made, order, surroundings).catch(async (error: unknown) => {
      await unmake(made);
      throw error;
    });
    if (outcome === exit.ok) for (const line of nextSteps(made)) surroundings.out(line);
    else {
      await unmake(made);
      surroundings.err('Nothing was made. Mend the above and try again.');
    }
    return outcome;
  });
}

function orderOf(id: string, month: string, given: Given): Order {
  if (!layoutSchema.shape.id.safeParse(id).success) {
    throw new UsageError(
      `${id} is no id of a layout. Use small Latin letters, digits and dashes, 64 at most.`,
    );
  }
  const words = (given.text('languages') ?? '').split(',').map((word) => word.trim());
  const languages = languageChoice.array().min(1).safeParse(words);
  if (!languages.success || new Set(words).size < words.length) {
    throw new UsageError(
      `--languages is a list of ${languageChoice.options.join(', ')}, each once, with commas.`,
    );
  }
  return { id, month, languages: languages.data, ...titleOf(given, words.includes('en')) };
}

/** Every printed language needs the title, so it is all of them or none. */
function titleOf(given: Given, inEnglish: boolean): { readonly title?: Title } {
  const [kk, ru, en] = ['kk', 'ru', 'en'].map((language) => given.text(`title-${language}`));
  if (kk === undefined && ru === undefined && en === undefined) return {};
  if (!kk || !ru || (inEnglish && !en)) {
    const wanted = inEnglish
      ? '--title-kk, --title-ru and --title-en'
      : '--title-kk and --title-ru';
    throw new UsageError(`Give the title in each language: ${wanted}.`);
  }
  return { title: { kk, ru, ...(en && { en }) } };
}

/** Loads all layouts as a start does, and renders the sample in each language of the new one. */
function prove(made: Made, { languages }: Order, surroundings: Surroundings): Promise<Exit> {
  return withEngine(surroundings, async (engine) => {
    for (const language of languages) {
      const faults = await faultsOf({ ...made.bill, language }, engine);
      for (const line of faultLines(made.sample, faults)) surroundings.err(line);
      if (faults.length > 0) return exitOf(faults);
    }
    return exit.ok;
  });
}

async function faultsOf(bill: object, { clock, render }: Engine) {
  const rest = { output: 'check', profile: 'print', dpi: resolution.preset } as const;
  const outcome = await render({ json: JSON.stringify(bill), ...rest, today: clock.today() });
  return outcome.ok ? [] : outcome.faults;
}

function nextSteps({ folder, sample, files }: Made): readonly string[] {
  return [
    ...[...files.map((file) => join(folder, file)), sample].map(shown),
    '',
    'It loads, and its sample makes a page. Look at it:',
    `  npm run tolem -- render ${shown(sample)} -o out --png`,
    'Then make it yours: docs/first-layout.md goes through it step by step.',
  ];
}

/** As one would type it here. */
function shown(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') ? path : short;
}
