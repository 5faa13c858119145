// Helpers that hold other blocks: page, region, stack, columns, frame, box, choose, static.

import type { Block, Track } from '../typeset/block.ts';
import { mmToPt } from '../typeset/unit.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';
import { collect } from './composer.ts';
import { evenRows } from './even-rows.ts';
import { asOne } from './place.ts';

/** `{{#page}}` once, around everything: the sheet of the layout. */
export function page(call: Call): void {
  const { composer, source } = call;
  if (composer.collector.kind !== 'sheet') throw read.mistake(call, 'stands outermost only.');
  const { regions } = collect(composer, { kind: 'regions', regions: [] }, bodyOf(call));
  composer.collector.sheet = { source, ...composer.layout.page, regions };
}

/** `{{#region "notices" gap=2}}`: a named part of the page; `anchor="bottom"` for the last line. */
export function region(call: Call): void {
  const { collector } = call.composer;
  if (collector.kind !== 'regions') throw read.mistake(call, 'stands directly in {{#page}}.');
  const [name] = call.args;
  if (typeof name !== 'string') throw read.mistake(call, 'needs a name: {{#region "name"}}.');
  const anchor = read.word(call, 'anchor') === 'bottom' ? 'bottom' : 'flow';
  const gap = read.length(call, 'gap', 0);
  collector.regions.push({ source: call.source, name, gap, anchor, children: blocksOf(call) });
}

/** `{{#stack gap=1}}`; with `priority=` the fitting ladder may drop it, `pointer=` names it. */
export function stack(call: Call): Block | undefined {
  const priority = read.number(call, 'priority', 0);
  const children = blocksOf(call);
  if (children.length === 0) return undefined;
  const pointer = read.word(call, 'pointer') ?? '';
  return {
    kind: 'stack',
    source: call.source,
    gap: read.length(call, 'gap', 0),
    children,
    ...(priority > 0 ? { drop: { priority, pointer } } : {}),
  };
}

/**
 * `{{#columns widths="1fr 62 auto" gap=4}}`; `spread=true` makes the gaps equal instead.
 * `{{#columns upTo=4 gap=4 rowGap=2}}` breaks equal columns into rows as full as each other.
 */
export function columns(call: Call): Block | undefined {
  const rule = read.stroke(call, 'rule');
  const ruleHeight = read.optionalLength(call, 'ruleHeight');
  const children = blocksOf(call);
  const rows = evenRows(children, read.number(call, 'upTo', Math.max(1, children.length)));
  const perRow = rows[0]?.length ?? 0;
  const grid = (rows.length === 0 ? [[]] : rows).map(
    (row): Block => ({
      kind: 'columns',
      source: call.source,
      tracks: tracksOf(call, perRow),
      gap: read.length(call, 'gap', 0),
      spread: read.flag(call, 'spread'),
      children: filled(row, perRow, call.source),
      ...(rule === undefined ? {} : { rule }),
      ...(ruleHeight === undefined ? {} : { ruleHeight }),
    }),
  );
  const [only] = grid;
  const gap = read.length(call, 'rowGap', 0);
  const isOne = grid.length === 1 && only !== undefined;
  return isOne ? only : { kind: 'stack', source: call.source, gap, children: grid };
}

/** A row that is not full keeps the width of its columns: empty ones stand in. */
function filled(row: readonly Block[], perRow: number, source: string): readonly Block[] {
  const empty: Block = { kind: 'gap', source, height: 0 };
  return [...row, ...Array.from({ length: perRow - row.length }, () => empty)];
}

function tracksOf(call: Call, count: number): readonly Track[] {
  const given = read.word(call, 'widths');
  if (given === undefined) {
    return Array.from({ length: count }, () => ({ kind: 'share', weight: 1 }));
  }
  return given.split(' ').map((track): Track => {
    if (track === 'auto') return { kind: 'content' };
    const number = Number.parseFloat(track);
    if (Number.isNaN(number)) throw read.mistake(call, `has a width "${track}".`);
    return track.endsWith('fr')
      ? { kind: 'share', weight: number }
      : { kind: 'fixed', width: mmToPt(number) };
  });
}

/** `{{#frame height=24.6}}`: children stand at `x=` and `y=` of their own. */
export function frame(call: Call): Block | undefined {
  const { places } = collect(call.composer, { kind: 'frame', places: [] }, bodyOf(call));
  return {
    kind: 'frame',
    source: call.source,
    height: read.length(call, 'height', 0),
    pad: read.length(call, 'pad', 0),
    places,
  };
}

/** `{{#box fill="ink" padX=1 height=3.5 hug=true}}`: a box around its content. */
export function box(call: Call): Block | undefined {
  const height = read.optionalLength(call, 'height');
  const fill = read.tone(call, 'fill');
  const stroke = read.stroke(call, 'stroke');
  return {
    kind: 'box',
    source: call.source,
    padX: read.length(call, 'padX', 0),
    padY: read.length(call, 'padY', 0),
    hug: read.flag(call, 'hug'),
    align: read.align(call, 'left'),
    children: blocksOf(call),
    ...(height === undefined ? {} : { height }),
    ...(fill === undefined ? {} : { fill }),
    ...(stroke === undefined ? {} : { stroke }),
  };
}

/**
 * `{{#choose}}`: its children are options, the wanted first; the first that fits in width is set.
 * With `maxHeight=60` it has to fit in that height as well.
 */
export function choose(call: Call): Block | undefined {
  const maxHeight = read.optionalLength(call, 'maxHeight');
  return {
    kind: 'choose',
    source: call.source,
    options: blocksOf(call),
    ...(maxHeight === undefined ? {} : { maxHeight }),
  };
}

/** `{{#static}}`: what no bill changes, drawn as one form; the interpreter holds it to that. */
export function staticPart(call: Call): Block {
  const { composer, source } = call;
  const { layout, choice, edition } = composer;
  const id = [layout.reference, choice, edition.rung.id, call.site.place].join('/');
  return { kind: 'static', id, source, child: asOne(blocksOf(call), source) };
}

/**
 * `{{#remember parties=parties}}`: what many bills have in common, such as the strip of suppliers.
 * Inside, only the given values are seen; equal values give the same block, so that composing and
 * measuring it are done once.
 */
export function remember(call: Call): Block | undefined {
  const body = bodyOf(call);
  const known = rememberedBy(call);
  const key = `${call.composer.setting}${JSON.stringify(call.hash)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { faults } = call.composer;
  const found = faults.length;
  const own = { kind: 'blocks' as const, blocks: [] };
  const { remembering } = call.composer;
  call.composer.remembering = true;
  const { blocks }: { blocks: Block[] } = collect(call.composer, own, () => body(call.hash));
  call.composer.remembering = remembering;
  if (blocks.length === 0) return undefined;
  const block = { ...asOne(blocks, call.source), shared: true };
  if (faults.length > found) return block;
  if (known.size >= rememberedMost) known.delete(known.keys().next().value ?? '');
  known.set(key, block);
  return block;
}

/** For each place in a template, over all rungs and languages; an entry takes some 20 kB. */
const rememberedMost = 128;
const remembered = new WeakMap<Call['site'], Map<string, Block>>();

function rememberedBy({ site }: Call): Map<string, Block> {
  let known = remembered.get(site);
  if (known === undefined) {
    known = new Map();
    remembered.set(site, known);
  }
  return known;
}

export function blocksOf(call: Call): readonly Block[] {
  return collect(call.composer, { kind: 'blocks', blocks: [] }, bodyOf(call)).blocks;
}

export function bodyOf(call: Call): (context?: object) => void {
  if (call.body === undefined) {
    throw read.mistake(call, `holds other blocks: write {{#${call.name}}} … {{/${call.name}}}.`);
  }
  return call.body;
}
