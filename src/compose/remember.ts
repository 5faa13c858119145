// The helper {{#remember}}: what many bills have in common is composed once.

import { Memo } from '../layout/memo.ts';
import { scopeAlone } from '../layout/program-path.ts';
import type { Scope } from '../layout/vocabulary.ts';
import type { Block } from '../typeset/block.ts';
import type { Call } from './call.ts';
import { type Composer, collect } from './composer.ts';
import { bodyOf } from './container-helpers.ts';
import { asOne } from './place.ts';

/** For each setting: the blocks by place and values. */
const remembered = new WeakMap<Composer, Memo<string, Block>>();

/** Places times values, twice; an entry takes some 20 kB at most. */
const rememberedMost = 512;

/**
 * `{{#remember parties=parties}}`: what many bills have in common, such as the strip of suppliers.
 * Inside, only the given values are seen; equal values give the same block, so that composing and
 * measuring it are done once. The very same values, which most are, are the same call.
 */
export function remember(call: Call, scope: Scope): Block | undefined {
  // One cast: only this function writes what was made of its calls.
  if (call.made !== undefined) return call.made as Block;
  const known = knownTo(call.composer);
  const key = `${call.place} ${JSON.stringify(call.hash)}`;
  const before = known.get(key);
  const block = before ?? compose(call, scope);
  if (block?.shared !== true) return block;
  if (before === undefined) known.set(key, block);
  call.made = block;
  return block;
}

/** Shared, unless it reported something: faults must be found for each bill. */
function compose(call: Call, scope: Scope): Block | undefined {
  const { composer } = call;
  const { remembering, faults } = composer;
  const before = faults.length;
  composer.remembering = true;
  const own = { kind: 'blocks' as const, blocks: [] };
  const inside = scopeAlone(scope, call.hash, undefined);
  const { blocks }: { blocks: Block[] } = collect(own, bodyOf(call), inside);
  composer.remembering = remembering;
  if (blocks.length === 0) return undefined;
  return { ...asOne(blocks, call.source), shared: faults.length === before };
}

function knownTo(composer: Composer): Memo<string, Block> {
  let known = remembered.get(composer);
  if (known === undefined) {
    known = new Memo(rememberedMost);
    remembered.set(composer, known);
  }
  return known;
}
