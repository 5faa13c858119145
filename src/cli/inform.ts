// tolem layouts, config and version: what there is, and how it is set.

import { readVersions } from '../version.ts';
import { type Command, exit } from './command.ts';
import { tableLines } from './report.ts';
import { withEngine } from './session.ts';

const json = { type: 'boolean', default: false, about: 'As JSON.' } as const;

export const layoutsCommand: Command = {
  name: 'layouts',
  summary: 'List the layouts.',
  usage: '',
  options: { json },
  examples: [['layouts', 'ids, languages, billing periods, titles']],
  run: (given, surroundings) =>
    withEngine(surroundings, async ({ layouts }) => {
      if (given.flag('json')) surroundings.out(JSON.stringify({ layouts }));
      else {
        const rows = layouts.map((layout) => [
          `${layout.id}@${layout.revision}`,
          layout.languages.join(', '),
          `${layout.validFrom ?? ''}…${layout.validTo ?? ''}`,
          layout.title.ru,
        ]);
        for (const line of tableLines(rows)) surroundings.out(line);
      }
      return exit.ok;
    }),
};

export const configCommand: Command = {
  name: 'config',
  summary: 'Show the settings and where they come from.',
  usage: '',
  options: { json },
  examples: [['config', 'every variable with its value, origin and meaning']],
  async run(given, { out, err, readConfig }) {
    const reading = readConfig();
    if (!reading.ok) {
      for (const { message } of reading.problems) err(message);
      return exit.usage;
    }
    if (given.flag('json')) out(JSON.stringify({ settings: reading.settings }));
    else {
      const rows = reading.settings.map(({ variable, value, origin, about }) => [
        variable,
        String(value),
        origin,
        about,
      ]);
      for (const line of tableLines(rows)) out(line);
    }
    return exit.ok;
  },
};

export const versionCommand: Command = {
  name: 'version',
  summary: 'Show what decides the bytes of a bill.',
  usage: '',
  options: { json },
  examples: [['version', 'tolem, Node, zlib, pdfkit']],
  async run(given, { out }) {
    const versions = readVersions();
    if (given.flag('json')) out(JSON.stringify(versions));
    else for (const line of tableLines(Object.entries(versions))) out(line);
    return exit.ok;
  },
};
