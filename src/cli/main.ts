// Command line → command. It parses, explains and never throws; commands do the work.

import { parseArgs } from 'node:util';
import { describeBug } from '../bug.ts';
import { auditCommand } from './audit.ts';
import { batchCommand } from './batch.ts';
import {
  type Command,
  type Exit,
  exit,
  type Given,
  type Surroundings,
  UsageError,
} from './command.ts';
import { generateCommand } from './generate.ts';
import { helpOf, overview } from './help.ts';
import { configCommand, layoutsCommand, versionCommand } from './inform.ts';
import { layoutCommand } from './layout.ts';
import { manifestCommand } from './manifest.ts';
import { renderCommand } from './render.ts';
import { reprintCommand } from './reprint.ts';
import { serveCommand } from './serve.ts';
import { sheetsCommand } from './sheets.ts';
import { snapshotCommand } from './snapshot.ts';
import { validateCommand } from './validate.ts';

const commands: readonly Command[] = [
  serveCommand,
  renderCommand,
  validateCommand,
  batchCommand,
  manifestCommand,
  sheetsCommand,
  reprintCommand,
  auditCommand,
  snapshotCommand,
  layoutsCommand,
  layoutCommand,
  generateCommand,
  configCommand,
  versionCommand,
];

/** `words` are the command line after the program's name. */
export async function main(words: readonly string[], surroundings: Surroundings): Promise<Exit> {
  const [name = 'help', ...rest] = words;
  const command = commands.find((known) => known.name === name);
  try {
    if (['help', '--help', '-h'].includes(name)) return help(rest[0], surroundings);
    if (name === '--version') return await versionCommand.run(nothing, surroundings);
    if (command === undefined) throw new UsageError(`There is no command ${name}.`);
    if (rest.includes('--help') || rest.includes('-h')) return help(name, surroundings);
    return await command.run(parse(rest, command), surroundings);
  } catch (error) {
    return explain(error, command, surroundings);
  }
}

function help(name: string | undefined, { out }: Surroundings): Exit {
  const command = commands.find((known) => known.name === name);
  if (name !== undefined && command === undefined) {
    throw new UsageError(`There is no command ${name}.`);
  }
  for (const line of command === undefined ? overview(commands) : helpOf(command)) out(line);
  return exit.ok;
}

function parse(words: string[], { options, usage }: Command): Given {
  const { values, positionals } = parseStrictly(words, options);
  if (usage === '' && positionals.length > 0) {
    throw new UsageError(`${positionals[0]} is one word too many.`);
  }
  return {
    files: positionals,
    text(option) {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (option) => values[option] === true,
  };
}

function parseStrictly(args: string[], options: Command['options']) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const nothing: Given = { files: [], text: () => undefined, flag: () => false };

function explain(error: unknown, command: Command | undefined, { err }: Surroundings): Exit {
  if (error instanceof UsageError) {
    err(error.message);
    err(`\`tolem help${command === undefined ? '' : ` ${command.name}`}\` shows how it is used.`);
    return exit.usage;
  }
  // Of the disk, the message names the path and the reason; of a bug, it may quote a bill.
  if (error instanceof Error && 'syscall' in error) err(error.message);
  else err(`tolem failed: ${JSON.stringify(describeBug(error, 'tolem'))}`);
  return exit.machine;
}
