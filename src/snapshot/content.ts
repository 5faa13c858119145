// Pieces that say or look something else, came or went → findings. Equal changes are one finding:
// a label that stands in three places is changed once.

import type { Delta } from './delta.ts';
import type { Finding } from './finding.ts';
import type { Piece } from './piece.ts';
import { count, growth, movement, nameOf, quoted } from './words.ts';

/** A finding that moves other pieces, and where it does. */
export interface Cause {
  readonly finding: Finding;
  readonly deltas: readonly Delta[];
  /** It can move what is above or below it. */
  readonly vertical: boolean;
}

const textWeight = 10;

/** `own` are those that moved by themselves too: that is in the same sentence. */
export function contentCauses(deltas: readonly Delta[], own: ReadonlySet<Delta>): readonly Cause[] {
  const changed = deltas.filter((one) => one.says || one.heard || one.look.length > 0);
  const groups = Map.groupBy(changed, (delta) => sentenceOf(delta, own.has(delta)));
  return [...groups].map(([sentence, same]) => {
    const places = same.length > 1 ? ` (${same.length} places)` : '';
    const says = same.some((delta) => delta.says || delta.heard);
    return {
      deltas: same,
      vertical: same.some(
        ({ lines, higher, look }) => lines !== 0 || higher !== 0 || look.length > 0,
      ),
      finding: findingOf(says ? 'text' : 'look', sentence + places, {
        before: same.map(({ before }) => before),
        after: same.map(({ after }) => after),
      }),
    };
  });
}

function sentenceOf(delta: Delta, own: boolean): string {
  const { before, after, says, heard, look } = delta;
  const parts: string[] = [];
  if (own && geometrySentence(delta) !== '') parts.push(geometrySentence(delta));
  if (says) parts.push(saying(before, after));
  if (heard) parts.push(hearing(before, after));
  parts.push(...look);
  return `${naming(before, after)}: ${parts.join('; ')}`;
}

/** What is known by its text alone is not named by it: the change says it anyway. */
function naming(before: Piece, after: Piece): string {
  const known = before.field ?? before.label ?? before.column;
  if (known === undefined && before.kind === 'text' && before.content !== after.content) {
    return before.role === 'header-cell' ? 'heading' : before.role === 'label' ? 'label' : 'text';
  }
  return nameOf(before);
}

function saying(before: Piece, after: Piece): string {
  if (before.kind === 'path') return 'another shape';
  const symbol =
    before.content === after.content ? 'another symbol of the same content' : undefined;
  return symbol ?? `${quoted(before.content)} → ${quoted(after.content)}`;
}

function hearing({ items: [a] }: Piece, { items: [b] }: Piece): string {
  if (a.kind !== 'text' || b.kind !== 'text') return 'another alternative text';
  return a.lang === b.lang
    ? 'spoken otherwise'
    : `marked as ${b.lang ?? 'no language'}, was ${a.lang ?? 'no language'}`;
}

/** What came or went, one finding for each run that stands together. */
export function presenceCauses(
  kind: 'added' | 'removed',
  pieces: readonly Piece[],
  order: readonly Piece[],
): readonly Cause[] {
  const place = new Map(order.map((piece, index) => [piece, index]));
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1)?.at(-1);
    const follows = last !== undefined && place.get(piece) === (place.get(last) ?? 0) + 1;
    if (follows) runs.at(-1)?.push(piece);
    else runs.push([piece]);
  }
  return joinRows(runs).map((run) => {
    const sides = kind === 'added' ? { before: [], after: run } : { before: run, after: [] };
    return { finding: findingOf(kind, presence(run), sides), deltas: [], vertical: true };
  });
}

/** The rules of a row stand elsewhere in the order of the page, but they belong to it. */
function joinRows(runs: readonly Piece[][]): readonly Piece[][] {
  const spoken = runs.filter((run) => run.some(({ content }) => content !== ''));
  if (spoken.length === 0) return runs;
  const silent = runs.filter((run) => !spoken.includes(run)).flat();
  for (const piece of silent) nearest(spoken, piece)?.push(piece);
  return spoken;
}

function nearest(runs: readonly Piece[][], { box }: Piece): Piece[] | undefined {
  const distance = (run: readonly Piece[]) => Math.abs((run[0]?.box.y ?? 0) - box.y);
  return runs.toSorted((a, b) => distance(a) - distance(b))[0];
}

function presence(run: readonly Piece[]): string {
  const told = run.filter(({ content }) => content !== '');
  const [first] = told;
  if (first === undefined) return `${count(run.length, 'rule or ground', 'rules and grounds')}`;
  const row = commonRow(told);
  const words = told.slice(0, shown).map(({ content }) => quoted(content));
  const more = told.length > shown ? ` and ${count(told.length - shown, 'text')} more` : '';
  if (row !== undefined && told.length > 1) return `${row}: ${words.join(' ')}${more}`;
  return told.length === 1 ? `${nameOf(first)}${bare(first)}` : `${words.join(' ')}${more}`;
}

/** A name that does not quote the text gets it. */
function bare(piece: Piece): string {
  return nameOf(piece).includes('«') ? '' : ` ${quoted(piece.content)}`;
}

const shown = 4;

/** `charges row 4`, where everything with a field comes from one row of the bill. */
function commonRow(run: readonly Piece[]): string | undefined {
  const rows = new Set(
    run.flatMap(({ field }) => (field === undefined ? [] : [/^\/\w+\/\d+/.exec(field)?.[0] ?? ''])),
  );
  const [row = '', ...others] = rows;
  const [, list, index] = row.split('/');
  return others.length > 0 || index === undefined ? undefined : `${list} row ${Number(index) + 1}`;
}

function findingOf(
  kind: 'text' | 'look' | 'added' | 'removed',
  words: string,
  sides: { readonly before: readonly Piece[]; readonly after: readonly Piece[] },
): Finding {
  const [one] = [...sides.before, ...sides.after];
  const fields = [...sides.before, ...sides.after].flatMap(({ field }) => field ?? []);
  const prefix = kind === 'added' || kind === 'removed' ? `${kind}: ` : '';
  const spoken = [...sides.before, ...sides.after].some(({ content }) => content !== '');
  return {
    kind,
    sentence: prefix + words,
    consequences: [],
    ...(one === undefined ? {} : { source: one.source }),
    fields: [...new Set(fields)],
    before: sides.before.map(({ box }) => box),
    after: sides.after.map(({ box }) => box),
    weight: textWeight * (spoken ? Math.max(sides.before.length, sides.after.length) : 0.1),
  };
}

export function geometrySentence(delta: Delta): string {
  const moved = movement(delta.dx, delta.dy);
  const grown = growth(delta.wider, delta.higher);
  const broken =
    delta.lines === 0
      ? ''
      : `set on ${count(delta.after.lines, 'line')} instead of ${delta.before.lines}`;
  return [moved && `moved ${moved}`, grown, broken].filter((part) => part !== '').join('; ');
}
