// Lengths, directions and pieces in words, for the sentences of a comparison. It decides nothing.

import { ptToMm } from '../typeset/unit.ts';
import type { Piece } from './piece.ts';

/** `1.2 mm`; below a twentieth of a millimetre with two decimals, so that it is never `0.0 mm`. */
export function mm(points: number): string {
  const length = Math.abs(ptToMm(points));
  const decimals = length < 0.05 ? 3 : length < 1 ? 2 : 1;
  return `${length.toFixed(decimals).replace(/(\.\d+?)0+$/, '$1')} mm`;
}

/** `1.2 mm right and 0.5 mm down`; nothing for nothing. */
export function movement(dx: number, dy: number): string {
  const parts = [];
  if (dx !== 0) parts.push(`${mm(dx)} ${dx > 0 ? 'right' : 'left'}`);
  if (dy !== 0) parts.push(`${mm(dy)} ${dy > 0 ? 'down' : 'up'}`);
  return parts.join(' and ');
}

export function growth(wider: number, higher: number): string {
  const parts = [];
  if (wider !== 0) parts.push(`${mm(wider)} ${wider > 0 ? 'wider' : 'narrower'}`);
  if (higher !== 0) parts.push(`${mm(higher)} ${higher > 0 ? 'higher' : 'lower'}`);
  return parts.join(' and ');
}

export function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}

/** As it stands on paper, in one line; spaces that do not break are spaces to a reader. */
export function quoted(content: string): string {
  const text = content.replaceAll(/[\s\u00A0\u202F]+/g, ' ').trim();
  return `«${text.length > quoteLimit ? `${text.slice(0, quoteLimit)}…` : text}»`;
}

/** Long enough for every amount and label; a notice is known by its beginning. */
const quoteLimit = 80;

/** What a reader would call the piece: by its field, its label, else by what it says. */
export function nameOf(piece: Piece): string {
  if (piece.label !== undefined) return `label "${piece.label}"`;
  const fields = piece.items[0].field ?? [];
  if (fields.length > 0) return fieldNames(fields, piece.kind);
  if (piece.role === 'header-cell') return `heading ${quoted(piece.content)}`;
  switch (piece.kind) {
    case 'text':
      return `${piece.role === 'label' ? 'label' : 'text'} ${quoted(piece.content)}`;
    case 'code':
      return `code ${piece.items[0].kind === 'code' ? piece.items[0].symbology : ''}`.trimEnd();
    case 'image':
      return `image "${piece.content}"`;
    default:
      return `${shapeName(piece)} of ${piece.source}`;
  }
}

/** `/charges/6/due` → `charges row 7 due`, which is what stands in the seventh row. */
function fieldNames(pointers: readonly string[], kind: Piece['kind']): string {
  const [first = '', second, ...others] = pointers.map(fieldName);
  const more = others.length > 0 ? ' and others' : second === undefined ? '' : ` and ${second}`;
  return kind === 'text' ? first + more : `${kind} of ${first}${more}`;
}

function fieldName(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  const words = steps.map((step) => (/^\d+$/.test(step) ? `row ${Number(step) + 1}` : step));
  return words.join(' ');
}

/** A rule is a thin rectangle: no thicker than a millimetre, and longer than it is thick. */
function shapeName({ kind, box }: Piece): string {
  if (kind === 'path') return 'shape';
  if (kind === 'line') return 'line';
  const [thin, long] = [box.width, box.height].toSorted((a, b) => a - b);
  return ptToMm(thin ?? 0) <= 1 && (long ?? 0) > (thin ?? 0) ? 'rule' : 'ground';
}
