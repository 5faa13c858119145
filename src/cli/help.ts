// The text of help, from the commands themselves.

import type { Command } from './command.ts';
import { tableLines } from './report.ts';

export function overview(commands: readonly Command[]): string[] {
  return [
    'tolem renders the unified payment document of Kazakhstan (БТҚ / ЕПД).',
    '',
    ...tableLines(commands.map(({ name, summary }) => [`  tolem ${name}`, summary])),
    '',
    '`tolem help COMMAND` says more. Exit codes: 0 done, 1 a bill is wrong, 2 the command line',
    'or a setting is wrong, 3 the machine or the program failed.',
  ];
}

export function helpOf({ name, summary, usage, options, examples }: Command): string[] {
  const optionRows = Object.entries(options).map(([option, { short, type, about, ...rest }]) => {
    const value = type === 'string' ? ` ${option.toUpperCase()}` : '';
    const preset = typeof rest.default === 'string' ? ` (${rest.default})` : '';
    return [`  ${short === undefined ? '   ' : `-${short},`} --${option}${value}`, about + preset];
  });
  const exampleRows = examples.map(([line, does]) => [`  tolem ${line}`, does]);
  return [
    summary,
    '',
    `  tolem ${name} ${usage}`.trimEnd(),
    ...section('Options', tableLines(optionRows)),
    ...section('Examples', tableLines(exampleRows)),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}
