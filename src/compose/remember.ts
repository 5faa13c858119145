// The helper {{#remember}}: what many bills have in common is composed once.

import type { TableEdition } from '../layout/edition-table.ts';
import { Memo } from '../layout/memo.ts';
import { scopeAlone } from '../layout/program-callee.ts';
import type { Scope } from '../layout/vocabulary.ts';
import type { Block, CellGroup } from '../typeset/block.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';
import { type Collector, type Composer, collect, trimmed } from './composer.ts';
import { bodyOf } from './container-helpers.ts';
import { asOne, asShared } from './place.ts';

/** What was made in each place of equal values: a block, or the cells of a row. */
type Remembered = Block | RowGroup;

/** A partial may stand in two tables, whose columns differ. */
interface RowGroup extends CellGroup {
  readonly kind: 'group';
  readonly table: TableEdition;
}

/** For each setting: what was made, by place and values. */
const remembered = new WeakMap<Composer, Memo<string, Remembered>>();

/** Places times values, twice; an entry takes some 20 kB at most. */
const rememberedMost = 192;

/**
 * `{{#remember parties=parties}}`: what many bills have in common, such as the strip of suppliers.
 * Inside, only the given values are seen; equal values give the same block, so that composing and
 * measuring it are done once. In a row it holds cells, and what they say comes before the others.
 */
export function remember(call: Call, scope: Scope): Block | undefined {
  const { collector } = call.composer;
  const table = collector.kind === 'row' ? collector.table : undefined;
  const found = recall(call, scope, table);
  if (found?.kind !== 'group') return found;
  if (collector.kind === 'row' && found.cells.length > 0) collector.groups.push(found);
  return undefined;
}

/** The very same values, which most are, are the same call. */
function recall(call: Call, scope: Scope, table: TableEdition | undefined): Remembered | undefined {
  // One cast: only this function writes what was made of its calls.
  const made = call.made as Remembered | undefined;
  if (made !== undefined && suits(made, table)) return made;
  const known = knownTo(call.composer);
  const key = `${call.place} ${JSON.stringify(call.hash)}`;
  const before = known.get(key);
  const isKnown = before !== undefined && suits(before, table);
  const found = isKnown ? before : compose(call, scope, table);
  if (found?.shared !== true) return found;
  if (!isKnown) known.set(key, found);
  call.made = found;
  return found;
}

function suits(known: Remembered, table: TableEdition | undefined): boolean {
  return known.kind === 'group' ? known.table === table : table === undefined;
}

function compose(
  call: Call,
  scope: Scope,
  table: TableEdition | undefined,
): Remembered | undefined {
  return table === undefined ? composeBlock(call, scope) : composeCells(call, scope, table);
}

/** Shared, unless it reported something: faults must be found for each bill. */
function composeBlock(call: Call, scope: Scope): Block | undefined {
  const { own, shared } = collectAlone({ kind: 'blocks' as const, blocks: [] }, call, scope);
  const { blocks }: { blocks: Block[] } = own;
  if (blocks.length === 0) return undefined;
  const block = asOne(trimmed(blocks), call.source);
  return shared ? asShared(block) : { ...block, shared };
}

function composeCells(call: Call, scope: Scope, table: TableEdition): RowGroup {
  const empty = { cells: [], groups: [], subrows: [], notes: [] };
  const { own, shared } = collectAlone({ kind: 'row' as const, table, ...empty }, call, scope);
  const { cells, groups, subrows, notes }: Extract<Collector, { kind: 'row' }> = own;
  const isRowsOwn = cells.some(({ block }) => block?.kind === 'field');
  if (isRowsOwn || groups.length + subrows.length + notes.length > 0) {
    throw read.mistake(call, 'holds cells in a row, and neither fields nor notes nor rows.');
  }
  return { kind: 'group', source: call.source, cells: trimmed(cells), shared, table };
}

function collectAlone<C extends Collector>(own: C, call: Call, scope: Scope) {
  const { composer } = call;
  const { remembering, faults } = composer;
  const before = faults.length;
  composer.remembering = true;
  // Which turn of a loop it is, is none of the values that the key is made of.
  const alone = { ...scopeAlone(scope, call.hash, undefined), index: -1, count: 0 };
  collect(own, bodyOf(call), alone);
  composer.remembering = remembering;
  return { own, shared: faults.length === before };
}

function knownTo(composer: Composer): Memo<string, Remembered> {
  let known = remembered.get(composer);
  if (known === undefined) {
    known = new Memo(rememberedMost);
    remembered.set(composer, known);
  }
  return known;
}
