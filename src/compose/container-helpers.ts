// Helpers that hold other blocks: page, region, stack, columns, frame, box, choose, static.

import type { Run, Scope } from '../layout/vocabulary.ts';
import type { Block, BoxBlock, ColumnsBlock, Drop, StackBlock, Track } from '../typeset/block.ts';
import { mmToPt } from '../typeset/unit.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';
import { collect, trimmed } from './composer.ts';
import { evenRows } from './even-rows.ts';
import { lateOptions, mustBeWhole } from './late-options.ts';
import { asOne, stackOf } from './place.ts';

/** `{{#page}}` once, around everything: the sheet of the layout. */
export function page(call: Call, scope: Scope): void {
  const { composer, source } = call;
  const { collector } = composer;
  if (collector.kind !== 'sheet') throw read.mistake(call, 'stands outermost only.');
  const { regions } = collect({ kind: 'regions', regions: [] }, bodyOf(call), scope);
  const { width, height, margin, clearance } = composer.layout.page;
  collector.sheet = { source, width, height, margin, clearance, regions };
}

/** `{{#region "notices" gap=2}}`: a named part of the page; `anchor="bottom"` for the last line. */
export function region(call: Call, scope: Scope, name: unknown): void {
  const { collector } = call.composer;
  if (collector.kind !== 'regions') throw read.mistake(call, 'stands directly in {{#page}}.');
  if (typeof name !== 'string') throw read.mistake(call, 'needs a name: {{#region "name"}}.');
  const { anchor, gap } = read.attributesOf(call, regionAttributes);
  const children = blocksOf(call, scope);
  collector.regions.push({ source: call.source, name, gap, anchor, children });
}

function regionAttributes(call: Call) {
  const anchor: 'bottom' | 'flow' = read.word(call, 'anchor') === 'bottom' ? 'bottom' : 'flow';
  return { anchor, gap: read.length(call, 'gap', 0) };
}

/** `{{#stack gap=1}}`; with `priority=` the fitting ladder may drop it, `pointer=` names it. */
export function stack(call: Call, scope: Scope): Block | undefined {
  const { gap, drop } = read.attributesOf(call, stackAttributes);
  const children = blocksOf(call, scope);
  if (children.length === 0) return undefined;
  return stackOf(call.source, gap, children, ownDrop(drop));
}

/** What a call says is kept; what may be dropped is told by its own object, one of each block. */
export function ownDrop(drop: Drop | undefined): Drop | undefined {
  return drop && { ...drop };
}

function stackAttributes(call: Call): Pick<StackBlock, 'gap' | 'drop'> {
  const priority = read.number(call, 'priority', 0);
  const pointer = read.word(call, 'pointer') ?? '';
  return {
    gap: read.length(call, 'gap', 0),
    drop: priority > 0 ? { priority, pointer } : undefined,
  };
}

/**
 * `{{#columns widths="1fr 62 auto" gap=4}}`; `spread=true` makes the gaps equal instead.
 * `{{#columns upTo=4 gap=4 rowGap=2}}` breaks equal columns into rows as full as each other.
 */
export function columns(call: Call, scope: Scope): Block | undefined {
  const { upTo, rowGap } = read.attributesOf(call, columnsAttributes);
  const children = blocksOf(call, scope);
  if (children.length <= (upTo ?? children.length)) {
    return besideEachOther(call, children, children.length);
  }
  const rows = evenRows(children, upTo ?? 1);
  const perRow = rows[0]?.length ?? 0;
  const grid = rows.map((row) => {
    return besideEachOther(call, filled(row, perRow, call.source), perRow);
  });
  return stackOf(call.source, rowGap, grid);
}

function besideEachOther(call: Call, children: readonly Block[], perRow: number): ColumnsBlock {
  const { gap, rule, ruleHeight, spread, tracks } = read.attributesOf(call, columnsAttributes);
  return {
    kind: 'columns',
    source: call.source,
    shared: undefined,
    recurring: undefined,
    tracks: tracks(perRow),
    gap,
    rule,
    ruleHeight,
    spread,
    children,
  };
}

function columnsAttributes(call: Call) {
  return {
    gap: read.length(call, 'gap', 0),
    rule: read.stroke(call, 'rule'),
    ruleHeight: read.optionalLength(call, 'ruleHeight'),
    spread: read.flag(call, 'spread'),
    upTo: call.hash.upTo === undefined ? undefined : read.number(call, 'upTo', 1),
    rowGap: read.length(call, 'rowGap', 0),
    tracks: tracksOf(call),
  };
}

/** A row that is not full keeps the width of its columns: empty ones stand in. */
function filled(row: readonly Block[], perRow: number, source: string): readonly Block[] {
  const empty: Block = { kind: 'gap', source, height: 0 };
  return [...row, ...Array.from({ length: perRow - row.length }, () => empty)];
}

/** Tracks as given, or equal ones for so many children: the same list for the same number. */
function tracksOf(call: Call): (count: number) => readonly Track[] {
  const given = read.word(call, 'widths');
  if (given === undefined) {
    const equal: (readonly Track[])[] = [];
    return (count) => {
      equal[count] ??= Array.from({ length: count }, () => ({ kind: 'share', weight: 1 }));
      return equal[count];
    };
  }
  const tracks = given.split(' ').map((track): Track => {
    if (track === 'auto') return { kind: 'content' };
    const number = Number.parseFloat(track);
    if (Number.isNaN(number)) throw read.mistake(call, `has a width "${track}".`);
    return track.endsWith('fr')
      ? { kind: 'share', weight: number }
      : { kind: 'fixed', width: mmToPt(number) };
  });
  return () => tracks;
}

/** `{{#frame height=24.6}}`: children stand at `x=` and `y=` of their own. */
export function frame(call: Call, scope: Scope): Block | undefined {
  const { height, pad } = read.attributesOf(call, frameAttributes);
  const own = { kind: 'frame' as const, places: [] };
  const { places } = collect(own, bodyOf(call), scope);
  return {
    kind: 'frame',
    source: call.source,
    shared: undefined,
    recurring: undefined,
    height,
    pad,
    places: trimmed(places),
  };
}

function frameAttributes(call: Call) {
  return { height: read.length(call, 'height', 0), pad: read.length(call, 'pad', 0) };
}

/** `{{#box fill="ink" padX=1 height=3.5 hug=true}}`: a box around its content. */
export function box(call: Call, scope: Scope): Block | undefined {
  const attributes = read.attributesOf(call, boxAttributes);
  const { padX, padY, height, fill, stroke, hug, align } = attributes;
  return {
    kind: 'box',
    source: call.source,
    shared: undefined,
    recurring: undefined,
    padX,
    padY,
    height,
    fill,
    stroke,
    hug,
    align,
    children: blocksOf(call, scope),
  };
}

function boxAttributes(call: Call): Omit<BoxBlock, 'kind' | 'source' | 'children'> {
  return {
    padX: read.length(call, 'padX', 0),
    padY: read.length(call, 'padY', 0),
    height: read.optionalLength(call, 'height'),
    fill: read.tone(call, 'fill'),
    stroke: read.stroke(call, 'stroke'),
    hug: read.flag(call, 'hug'),
    align: read.align(call, 'left'),
  };
}

/**
 * `{{#choose}}`: its children are options, the wanted first; the first that fits in width is set.
 * With `maxHeight=60` it has to fit in that height as well.
 */
export function choose(call: Call, scope: Scope): Block | undefined {
  const { maxHeight } = read.attributesOf(call, chooseAttributes);
  const { source } = call;
  const options = mustBeWhole(call) ? blocksOf(call, scope) : lateOptions(call, scope);
  return { kind: 'choose', source, shared: undefined, recurring: undefined, maxHeight, options };
}

function chooseAttributes(call: Call) {
  return { maxHeight: read.optionalLength(call, 'maxHeight') };
}

/** `{{#static}}`: what no bill changes, drawn as one form; the checks hold it to that. */
export function staticPart(call: Call, scope: Scope): Block {
  const { composer, source } = call;
  const { layout, choice, edition } = composer;
  const id = [layout.reference, choice, edition.rung.id, call.place].join('/');
  return { kind: 'static', id, source, child: asOne(blocksOf(call, scope), source) };
}

export function blocksOf(call: Call, scope: Scope): readonly Block[] {
  return trimmed(collect({ kind: 'blocks', blocks: [] }, bodyOf(call), scope).blocks);
}

export function bodyOf(call: Call): Run {
  if (call.body !== undefined) return call.body;
  throw read.mistake(call, `holds other blocks: write {{#${call.name}}} … {{/${call.name}}}.`);
}
