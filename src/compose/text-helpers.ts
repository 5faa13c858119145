// Helpers that set text: {{text}}, {{#text}}{{span}}{{/text}}. Values become spans in spans.ts.

import type { Style } from '../layout/edition-style.ts';
import { Memo } from '../layout/memo.ts';
import type { Run, Scope } from '../layout/vocabulary.ts';
import type { Block } from '../typeset/block.ts';
import type { TextBlock, TextSetting } from '../typeset/leaf-block.ts';
import type { Span } from '../typeset/span.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';
import { type Composer, collect } from './composer.ts';
import { makeSpan, partsOf, type Type, typeOf } from './spans.ts';
import { mayRecur } from './value.ts';

/** `{{text value … style="…"}}`: each value is a part; nothing is set for nothing. */
export function text(
  call: Call,
  scope: Scope,
  first: unknown,
  second: unknown,
): TextBlock | undefined {
  const place = read.attributesOf(call, ownPlace);
  if (call.body !== undefined) return textOfSpans(call.body, scope, place);
  if (call.count === 1) return textOf(first, place);
  return textOf([first, second], place);
}

/** A place that sets texts: how, whatever they say, and those that came before. */
export interface TextPlace {
  readonly source: string;
  readonly type: Type;
  readonly setting: TextSetting;
  readonly known: Memo<unknown, TextBlock>;
}

function ownPlace(call: Call): TextPlace {
  return textPlace(call, read.style(call));
}

/** Texts that a place keeps, twice: a service, a unit, a month has few forms. */
const textsKept = 64;

/** `align` where the place decides it, as columns of a table do for their cells. */
export function textPlace(call: Call, style: Style, align = style.align): TextPlace {
  const { composer, source } = call;
  return {
    source,
    type: typeOf(style, composer, accentOf(call)),
    setting: {
      join: read.join(call, style.join),
      separator: separator(composer, style),
      leading: read.length(call, 'leading', style.leading),
      align: read.align(call, align),
      role: read.role(call, style.role),
      wrap: read.wrap(call, style.wrap),
      balance: read.flag(call, 'balance', style.balance),
      sizes: sizes(call),
    },
    known: new Memo(textsKept),
  };
}

/** What may come again is the same block when it does, so that it is measured once. */
export function textOf(value: unknown, place: TextPlace): TextBlock | undefined {
  const { known } = place;
  const recurs = mayRecur(value);
  const before = recurs ? known.get(value) : undefined;
  if (before !== undefined) return before;
  const kept = recurs && known.keeps;
  const made = newText(value, place, kept);
  if (kept && made !== undefined) known.set(value, made);
  return made;
}

export function newText(value: unknown, place: TextPlace, shared: boolean): TextBlock | undefined {
  const parts = partsOf(value, place.type);
  return parts.length === 0 ? undefined : textBlock(place, parts, shared);
}

/** With every field from the start, so that whoever reads the texts of a page meets one shape. */
function textBlock(
  { source, setting }: Pick<TextPlace, 'source' | 'setting'>,
  parts: TextBlock['parts'],
  shared: boolean,
): TextBlock {
  return {
    kind: 'text',
    source,
    shared,
    recurring: undefined,
    setting,
    parts,
    fixed: false,
    measured: undefined,
  };
}

/** `{{#text}}` joins its spans without a separator: they are one sentence. */
function textOfSpans(body: Run, scope: Scope, place: TextPlace): TextBlock | undefined {
  const { spans } = collect({ kind: 'spans', spans: [] }, body, scope);
  return spans.length === 0 ? undefined : textBlock(place, [spans], false);
}

interface SpanSetting {
  readonly type: Type;
  readonly separator: Span;
}

/** `{{span value face="bold"}}` inside `{{#text}}`; phrases stand in both languages. */
export function span(call: Call, _: Scope, first: unknown, second: unknown): void {
  const { collector } = call.composer;
  if (collector.kind !== 'spans') throw read.mistake(call, 'stands inside {{#text}} only.');
  const setting = read.attributesOf(call, spanSetting);
  addSpans(collector.spans, first, setting);
  const others = call.count > 2 && Array.isArray(second) ? second : [second];
  for (const other of others) addSpans(collector.spans, other, setting);
}

function addSpans(spans: Span[], value: unknown, { type, separator }: SpanSetting): void {
  const parts = partsOf(value, type);
  for (let index = 0; index < parts.length; index += 1) {
    if (index > 0) spans.push(separator);
    for (const one of parts[index] ?? []) spans.push(one);
  }
}

function spanSetting(call: Call): SpanSetting {
  const style = read.style(call);
  const { composer } = call;
  return {
    type: typeOf(style, composer, accentOf(call)),
    separator: separator(composer, style),
  };
}

function accentOf(call: Call) {
  const face = read.word(call, 'face');
  const named = face === undefined ? undefined : call.composer.layout.faces.get(face);
  if (face !== undefined && named === undefined) throw read.mistake(call, `has no face "${face}".`);
  return { face: named, gray: read.tone(call, 'tone'), spoken: read.spoken(call, 'spoken') };
}

function sizes(call: Call): readonly number[] {
  const given = read.word(call, 'sizes');
  if (given === undefined) return [];
  const list = given.split(' ').map(Number);
  if (list.some(Number.isNaN)) throw read.mistake(call, `has sizes "${given}", not points.`);
  return list;
}

/** Between languages on a line; of the second face, as the second language follows it. */
export function separator(composer: Composer, style: Style): Span {
  return makeSpan(composer.layout.separator, style.faces.second, style);
}

/** A label of the layout as a block, for table headings. */
export function labelBlock(
  composer: Composer,
  key: string,
  given: { readonly style: Style; readonly source: string; readonly align: TextSetting['align'] },
): Block | undefined {
  const { style, source, align } = given;
  const parts = partsOf(composer.layout.labels.get(key), typeOf(style, composer));
  if (parts.length === 0) return undefined;
  const setting: TextSetting = {
    join: style.join,
    separator: separator(composer, style),
    leading: style.leading,
    align,
    role: 'header-cell',
    wrap: 'words',
    balance: false,
    sizes: [],
  };
  return textBlock({ source, setting }, parts, true);
}
