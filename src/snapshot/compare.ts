// Two page models → what is different on paper, each cause once, in millimetres and words. The
// steps are in docs/decisions/0021-matching-by-reading-order.md.

import type { PageModel } from '../draw/page-schema.ts';
import { columnCauses } from './column.ts';
import { type Cause, contentCauses, presenceCauses } from './content.ts';
import { type Delta, deltaOf, isChanged, isMoved } from './delta.ts';
import type { Comparison, Finding } from './finding.ts';
import { attribute, brokenCauses, ownFindings, summaryOf, weightOf } from './geometry.ts';
import { type Matching, matchPieces } from './match.ts';
import { piecesOf } from './piece.ts';
import { count } from './words.ts';

export function comparePages(before: PageModel, after: PageModel): Comparison {
  const order = { before: piecesOf(before), after: piecesOf(after) };
  const matching = matchPieces(order.before, order.after);
  const deltas = matching.pairs.map(deltaOf).filter(isChanged);
  const page = pageFindings(before, after);
  const reset = page.some(({ kind }) => kind === 'page');
  const presence = [
    ...presenceCauses('removed', matching.removed, order.before),
    ...presenceCauses('added', matching.added, order.after),
  ];
  const findings = reset
    ? [
        ...resetFindings(page, deltas),
        ...resetColumns(before, after),
        ...resetContent(deltas, presence),
      ]
    : [...page, ...explained({ before, after, deltas, presence })];
  return {
    findings,
    notes: notesOf(before, after, matching),
    weight: findings.reduce((sum, { weight }) => sum + weight, 0),
  };
}

function explained(of: {
  readonly before: PageModel;
  readonly after: PageModel;
  readonly deltas: readonly Delta[];
  readonly presence: readonly Cause[];
}): readonly Finding[] {
  const { before, after, deltas, presence } = of;
  const geometry = deltas.filter((delta) => isMoved(delta) || delta.lines !== 0);
  const says = deltas.filter((delta) => delta.says);
  const columns = columnCauses(before.tables ?? [], after.tables ?? [], (table, column) =>
    says.some((one) => one.after.table === table && one.after.column === column),
  );
  // Twice: what follows from something else is not said of a piece that changed as well, and a text
  // that nothing broke into other lines moves what is below it.
  const plain = [...contentCauses(deltas, new Set()), ...presence];
  const first = attribute(geometry, plain, columns).own;
  const told = new Set(first.filter(isTold));
  const broken = new Set(first.filter((delta) => delta.lines !== 0 && !isTold(delta)));
  const { findings, own } = attribute(
    geometry.filter((delta) => !told.has(delta) && !broken.has(delta)),
    [...contentCauses(deltas, told), ...presence, ...brokenCauses([...broken])],
    columns,
  );
  return [...findings, ...ownFindings(own)];
}

/** One sentence has what it says, how it looks and where it moved. */
function isTold({ says, heard, look }: Delta): boolean {
  return says || heard || look.length > 0;
}

function resetContent(deltas: readonly Delta[], presence: readonly Cause[]): readonly Finding[] {
  const causes = [...contentCauses(deltas.map(withoutGeometry), new Set()), ...presence];
  return causes.map(({ finding }) => finding);
}

/** On another rung everything stands elsewhere and in other sizes: that is said once. */
function pageFindings(before: PageModel, after: PageModel): readonly Finding[] {
  const words: string[] = [];
  if (before.rung !== after.rung) {
    words.push(`the page is set on rung "${after.rung}" instead of "${before.rung}"`);
  }
  if (before.width !== after.width || before.height !== after.height) {
    words.push('the page has another size');
  }
  return [
    ...words.map((sentence) => plainFinding('page', sentence)),
    ...warningFindings('warning gone', before, after),
    ...warningFindings('warning', after, before),
  ];
}

function resetFindings(page: readonly Finding[], deltas: readonly Delta[]): readonly Finding[] {
  const moved = deltas.filter(
    (delta) => isMoved(delta) || delta.lines !== 0 || delta.look.length > 0,
  );
  const weight = moved.reduce((sum, delta) => sum + weightOf(delta), 0);
  return page.map((finding) =>
    finding.kind === 'page' ? { ...finding, weight, consequences: summaryOf(moved) } : finding,
  );
}

/** A column made wider may be why the rung is another; where type shrinks, all of them change. */
function resetColumns(before: PageModel, after: PageModel): readonly Finding[] {
  const causes = columnCauses(before.tables ?? [], after.tables ?? [], () => false);
  return causes.length > columnsTold ? [] : causes.map(({ finding }) => finding);
}

const columnsTold = 3;

function withoutGeometry(delta: Delta): Delta {
  return { ...delta, dx: 0, dy: 0, wider: 0, higher: 0, lines: 0, look: [] };
}

function warningFindings(word: string, of: PageModel, against: PageModel): readonly Finding[] {
  const known = new Set(against.warnings.map(({ code, pointer }) => `${code} ${pointer}`));
  return of.warnings
    .filter(({ code, pointer }) => !known.has(`${code} ${pointer}`))
    .map(({ code, pointer, message }) =>
      plainFinding('warning', `${word} ${code}${pointer ? ` at ${pointer}` : ''}: ${message}`),
    );
}

function plainFinding(kind: 'page' | 'warning', sentence: string): Finding {
  return { kind, sentence, consequences: [], fields: [], before: [], after: [], weight: 1 };
}

/** What tests the layout's author may want to know, and paper does not show. */
function notesOf(before: PageModel, after: PageModel, { pairs }: Matching): readonly string[] {
  const notes: string[] = [];
  if (before.layout !== after.layout) notes.push(`layout ${after.layout}, was ${before.layout}`);
  const moved = pairs.filter((pair) => pair.before.source !== pair.after.source);
  if (moved.length > 0)
    notes.push(`${count(moved.length, 'item')} come from other lines of the layout`);
  return notes;
}
