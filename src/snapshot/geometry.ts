// Pieces that moved or grew → what they follow from, or findings of their own. What can move one: a
// table column of another width, a text or row that came, went or takes other lines.

import type { ColumnCause } from './column.ts';
import { type Cause, geometrySentence } from './content.ts';
import type { Delta } from './delta.ts';
import type { Finding } from './finding.ts';
import type { Box, Piece } from './piece.ts';
import { count, mm, movement, nameOf } from './words.ts';

/** Changed in place or size, and nothing else that was said of it already. */
export type Left = readonly Delta[];

/** Of each left delta the cause it follows from; those without one are findings. */
export function attribute(
  left: Left,
  causes: readonly Cause[],
  columns: readonly ColumnCause[],
): { readonly findings: readonly Finding[]; readonly own: readonly Delta[] } {
  const followers = new Map<Finding, Delta[]>();
  const own: Delta[] = [];
  for (const delta of left) {
    const cause = causeOf(delta, causes, columns);
    if (cause === undefined) own.push(delta);
    else followers.set(cause, [...(followers.get(cause) ?? []), delta]);
  }
  const findings = [
    ...columns.map(({ finding }) => finding),
    ...causes.map(({ finding }) => finding),
  ];
  return {
    own,
    findings: findings.map((finding) => withFollowers(finding, followers.get(finding) ?? [])),
  };
}

function causeOf(
  delta: Delta,
  causes: readonly Cause[],
  columns: readonly ColumnCause[],
): Finding | undefined {
  const column = columns.find(({ area }) => touches(area, delta.before.box));
  if (column !== undefined && (delta.dx !== 0 || delta.wider !== 0 || delta.lines !== 0)) {
    return column.finding;
  }
  const upright = delta.dx === 0 && delta.wider === 0;
  const others = causes.filter((cause) => !cause.deltas.includes(delta));
  const vertical = others.filter((cause) => cause.vertical);
  if (upright)
    return nearestAbove(delta, vertical) ?? column?.finding ?? columnAbove(delta, columns);
  return beside(delta, others) ?? (delta.dy === 0 ? undefined : nearestAbove(delta, vertical));
}

/** A narrower column makes rows higher, and the page below it moves. */
function columnAbove(delta: Delta, columns: readonly ColumnCause[]): Finding | undefined {
  return columns.find(({ area, breaks }) => breaks && area.y <= delta.before.box.y)?.finding;
}

/** The lowest of the causes that are not below; what stands on the bottom margin grows upwards. */
function nearestAbove({ before, dy }: Delta, causes: readonly Cause[]): Finding | undefined {
  const above = causes.filter((cause) => topOf(cause) <= before.box.y + slack);
  const found = above.toSorted((a, b) => topOf(b) - topOf(a))[0];
  if (found !== undefined) return found.finding;
  return dy < 0 ? causes.toSorted((a, b) => topOf(a) - topOf(b))[0]?.finding : undefined;
}

/** Points: the rule above a row and the ground of a row begin a little before its text. */
const slack = 14;

/** What follows a longer or shorter text on its line. */
function beside({ before }: Delta, causes: readonly Cause[]): Finding | undefined {
  return causes.find(({ deltas }) =>
    deltas.some(({ before: text, after }) => {
      const level = text.box.y < bottom(before.box) && before.box.y < bottom(text.box);
      return level && text.box.width !== after.box.width;
    }),
  )?.finding;
}

function topOf({ finding }: Cause): number {
  return Math.min(...[...finding.before, ...finding.after].map(({ y }) => y));
}

function touches(a: Box, b: Box): boolean {
  const across = b.x < a.x + a.width + 1 && a.x < b.x + b.width + 1;
  return across && b.y < bottom(a) + 1 && a.y < bottom(b) + 1;
}

function bottom({ y, height }: Box): number {
  return y + height;
}

function withFollowers(finding: Finding, deltas: readonly Delta[]): Finding {
  if (deltas.length === 0) return finding;
  const top = Math.min(...[...finding.before, ...finding.after].map(({ y }) => y));
  const isColumn = finding.kind === 'column';
  const where = (delta: Delta) => (isColumn && delta.dx !== 0 ? '' : sideOf(delta, top));
  return {
    ...finding,
    consequences: [...finding.consequences, ...followerSentences(deltas, where)],
  };
}

function sideOf({ before, dx }: Delta, top: number): string {
  if (dx !== 0) return ' beside it';
  return before.box.y + slack >= top ? ' below' : ' above';
}

/** The commonest movements first; the rest by how far at most. */
function followerSentences(
  deltas: readonly Delta[],
  where: (delta: Delta) => string,
): readonly string[] {
  const moved = deltas.filter(({ dx, dy }) => dx !== 0 || dy !== 0);
  const groups = Map.groupBy(
    moved,
    (delta) => `${where(delta)} moved ${movement(delta.dx, delta.dy)}`,
  );
  const ranked = [...groups].toSorted(([, a], [, b]) => b.length - a.length);
  const sentences = ranked
    .slice(0, groupsShown)
    .map(([words, same]) => `${count(same.length, 'item')}${words}`);
  const rest = ranked.slice(groupsShown).flatMap(([, same]) => same);
  if (rest.length > 0)
    sentences.push(`${count(rest.length, 'other item')} moved by up to ${farthest(rest)}`);
  const grown = deltas.filter(
    ({ dx, dy, wider, higher }) => dx === 0 && dy === 0 && (wider !== 0 || higher !== 0),
  );
  if (grown.length > 0)
    sentences.push(
      `${count(grown.length, 'rule or ground', 'rules and grounds')} grew or shrank with it`,
    );
  const broken = deltas.filter(({ lines }) => lines !== 0);
  if (broken.length > 0) sentences.push(`${count(broken.length, 'text')} broken into other lines`);
  return sentences;
}

const groupsShown = 3;

function farthest(deltas: readonly Delta[]): string {
  return mm(Math.max(...deltas.map(({ dx, dy }) => Math.max(Math.abs(dx), Math.abs(dy)))));
}

/** What nothing explains: pieces that moved alike are one finding, as a whole block moves. */
export function ownFindings(own: readonly Delta[]): readonly Finding[] {
  const groups = [...Map.groupBy(own, geometrySentence)];
  const many = groups.length > findingsShown && own.length > groups.length;
  if (!many) return groups.map(([words, same]) => movedFinding(words, same));
  const bySource = Map.groupBy(own, ({ before }) => before.source);
  return [...bySource].map(([, same]) => movedFinding(rangeOf(same), same));
}

/** Texts that take more lines or fewer, and move what is below them. */
export function brokenCauses(broken: readonly Delta[]): readonly Cause[] {
  return broken.map((delta) => ({
    finding: movedFinding(geometrySentence(delta), [delta]),
    deltas: [delta],
    vertical: true,
  }));
}

const findingsShown = 8;

function rangeOf(deltas: readonly Delta[]): string {
  const words = new Set(deltas.map(geometrySentence));
  const [only] = words;
  return words.size === 1 && only !== undefined
    ? only
    : `moved or grew by up to ${farthest(deltas)}`;
}

function movedFinding(words: string, deltas: readonly Delta[]): Finding {
  const pieces = deltas.map(({ before }) => before);
  const [first] = pieces;
  const fields = pieces.flatMap(({ field }) => field ?? []);
  return {
    kind: 'moved',
    sentence: `${namesOf(pieces)}${pieces.length === 1 ? ':' : ''} ${words}`,
    consequences: [],
    ...(first === undefined ? {} : { source: first.source }),
    fields: [...new Set(fields)],
    before: pieces.map(({ box }) => box),
    after: deltas.map(({ after }) => after.box),
    weight: deltas.reduce((sum, delta) => sum + weightOf(delta), 0),
  };
}

function namesOf(pieces: readonly Piece[]): string {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return '';
  if (first === last) return nameOf(first);
  const names = new Set(pieces.map(nameOf));
  if (names.size === 1) return `${nameOf(first)} (${pieces.length} places)`;
  if (pieces.length === 2) return `${nameOf(first)} and ${nameOf(last)}`;
  return `${count(pieces.length, 'item')} from ${nameOf(first)} to ${nameOf(last)}`;
}

/** Millimetres moved or grown, ten at most. */
export function weightOf({ dx, dy, wider, higher, lines }: Delta): number {
  const points = Math.max(...[dx, dy, wider, higher].map(Math.abs));
  return Math.min(10, (points * 25.4) / 72 + (lines === 0 ? 0 : 1));
}

/** The whole of what moved because the page is set otherwise. */
export function summaryOf(deltas: readonly Delta[]): readonly string[] {
  if (deltas.length === 0) return [];
  return [`${count(deltas.length, 'item')} moved, grew or changed size with it`];
}
