// Rules over what code may touch: pure folders see neither clock, chance, locale nor machine.

import {
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertySignatureDeclaration,
  type Node,
} from 'typescript/unstable/ast';
import { lineOf, type Module, nodes } from './module.ts';
import type { Finding, Project } from './project.ts';

/** Same input, same bytes: nothing in these folders may depend on when or where it runs. */
const purePlaces = [
  'src/bill/',
  'src/format/',
  'src/barcode/',
  'src/compose/',
  'src/typeset/',
  'src/impose/',
  'src/snapshot/',
  'src/generate/',
  // Planning of batches; what runs them touches disks and clocks.
  'src/batch/plan',
];

const machine = 'return a value, and let the shell (server, cli, worker) touch the machine';
const clock = 'take the time as an argument; it enters in http and cli only';
const locale = 'write the rule out in src/format: ICU data changes between releases of Node';

const chance = 'take random values as arguments';

// Maps, because an object also answers to `valueOf` and its like.
const bannedGlobals: ReadonlyMap<string, string> = new Map([
  ['process', machine],
  ['console', machine],
  ['globalThis', machine],
  ['navigator', machine],
  ['fetch', machine],
  ['performance', clock],
  ['setTimeout', clock],
  ['setInterval', clock],
  ['setImmediate', clock],
  ['crypto', chance],
  ['Intl', locale],
]);

const bannedMembers: ReadonlyMap<string, string> = new Map([
  ['Date.now', clock],
  ['Temporal.Now', clock],
  ['Math.random', chance],
]);

/** Methods of any object; the zone of the machine and its locale hide in them. */
const bannedMethods: readonly (readonly [RegExp, string])[] = [
  [/^localeCompare$/u, 'compare by code points: a < b ? -1 : 1'],
  [/^toLocale/u, locale],
  [/^get(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/u, 'use getUTC…'],
];

export function checkPurity({ modules }: Project): readonly Finding[] {
  return modules.filter(isPure).flatMap((module) =>
    [...nodes(module.tree)].flatMap((node) => {
      const found = impurity(module, node);
      if (found === undefined) return [];
      const [what, mend] = found;
      const message = `${what} in a pure folder: ${mend}`;
      return [{ path: module.path, line: lineOf(module, node), message }];
    }),
  );
}

/** One place reads the environment; everything else gets a checked value. */
export function checkEnvironment({ modules }: Project): readonly Finding[] {
  return modules
    .filter(({ path }) => path.startsWith('src/') && path !== 'src/config.ts')
    .flatMap((module) =>
      [...nodes(module.tree)]
        .filter((node) => dotted(module, node) === 'process.env')
        .map((node) => ({
          path: module.path,
          line: lineOf(module, node),
          message: 'process.env outside src/config.ts: add a setting there and take it from Config',
        })),
    );
}

function impurity(module: Module, node: Node): readonly [string, string] | undefined {
  if (isIdentifier(node) && isFree(node)) {
    const mend = bannedGlobals.get(node.text);
    return mend === undefined ? undefined : [node.text, mend];
  }
  const member = dotted(module, node);
  if (member !== undefined) {
    const mend = bannedMembers.get(member);
    if (mend !== undefined) return [member, mend];
    const name = member.slice(member.lastIndexOf('.') + 1);
    const banned = bannedMethods.find(([pattern]) => pattern.test(name));
    return banned === undefined ? undefined : [name, banned[1]];
  }
  return readsClock(module, node) ? ['the current time', clock] : undefined;
}

/** `new Date()` and `Date()`; with arguments both are pure. */
function readsClock(module: Module, node: Node): boolean {
  if (!isNewExpression(node) && !isCallExpression(node)) return false;
  const isDate = node.expression.getText(module.tree) === 'Date';
  return isDate && (isCallExpression(node) || (node.arguments?.length ?? 0) === 0);
}

/** Not the name of a member: `{ process: 1 }` and `row.process` name something else. */
function isFree(node: Node): boolean {
  const { parent } = node;
  const isMember =
    isPropertyAccessExpression(parent) ||
    isPropertyAssignment(parent) ||
    isPropertySignatureDeclaration(parent);
  return !isMember || parent.name !== node;
}

function dotted(module: Module, node: Node): string | undefined {
  return isPropertyAccessExpression(node) ? node.getText(module.tree) : undefined;
}

function isPure({ path }: Module): boolean {
  return purePlaces.some((place) => path.startsWith(place));
}
