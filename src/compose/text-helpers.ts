// Helpers that set text: {{text}}, {{#text}}{{span}}{{/text}}. Values become spans in value.ts.

import type { Style } from '../layout/edition-style.ts';
import type { Block, TextBlock } from '../typeset/block.ts';
import type { Span } from '../typeset/span.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';
import { type Composer, collect } from './composer.ts';
import { type Accent, partsOf } from './value.ts';

/** `{{text value … style="…"}}`: each value is a part; nothing is set for nothing. */
export function text(call: Call): TextBlock | undefined {
  const setting = read.attributesOf(call, () => textSetting(call, read.style(call)));
  return call.body === undefined ? textOf(call, call.args, setting) : textOfSpans(call, setting);
}

/** How a text is set, whatever it says. */
export interface TextSetting {
  readonly style: Style;
  readonly accent: Accent;
  readonly block: Omit<TextBlock, 'parts'>;
}

/** `align` where the place decides it, as columns of a table do for their cells. */
export function textSetting(call: Call, style: Style, align = style.align): TextSetting {
  const block: Omit<TextBlock, 'parts'> = {
    kind: 'text',
    source: call.source,
    join: read.join(call, style.join),
    separator: separator(call.composer, style),
    leading: read.length(call, 'leading', style.leading),
    align: read.align(call, align),
    role: read.role(call, style.role),
    wrap: read.wrap(call, style.wrap),
    balance: read.flag(call, 'balance', style.balance),
    sizes: sizes(call),
  };
  return { style, accent: accentOf(call, style), block };
}

export function textOf(
  call: Call,
  values: readonly unknown[],
  { style, accent, block }: TextSetting,
): TextBlock | undefined {
  const { composer } = call;
  const [only] = values;
  const parts =
    values.length === 1
      ? partsOf(only, style, composer, accent)
      : values.flatMap((value) => partsOf(value, style, composer, accent));
  return parts.length === 0 ? undefined : { ...block, parts };
}

/** `{{#text}}` joins its spans without a separator: they are one sentence. */
function textOfSpans(call: Call, { block }: TextSetting): TextBlock | undefined {
  const { composer, body } = call;
  if (body === undefined) return undefined;
  const { spans } = collect(composer, { kind: 'spans', spans: [] }, body);
  return spans.length === 0 ? undefined : { ...block, parts: [spans] };
}

/** `{{span value face="bold"}}` inside `{{#text}}`; phrases stand in both languages. */
export function span(call: Call): void {
  const { composer } = call;
  const { collector } = composer;
  if (collector.kind !== 'spans') throw read.mistake(call, 'stands inside {{#text}} only.');
  const { style, accent } = read.attributesOf(call, () => {
    const own = read.style(call);
    return { style: own, accent: accentOf(call, own) };
  });
  for (const value of call.args) {
    partsOf(value, style, composer, accent).forEach((part, index) => {
      if (index > 0) collector.spans.push(separator(composer, style));
      collector.spans.push(...part);
    });
  }
}

function accentOf(call: Call, style: Style): Accent {
  const face = read.word(call, 'face');
  const named = face === undefined ? undefined : call.composer.layout.faces.get(face);
  if (face !== undefined && named === undefined) throw read.mistake(call, `has no face "${face}".`);
  const gray = read.tone(call, 'tone');
  return { face: named, gray: gray ?? style.gray, spoken: read.spoken(call, 'spoken') };
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
  const { size, gray, faces } = style;
  return { text: composer.layout.separator, face: faces.second, size, gray };
}

/** A label of the layout as a block, for table headings. */
export function labelBlock(
  composer: Composer,
  key: string,
  given: { readonly style: Style; readonly source: string; readonly align: TextBlock['align'] },
): Block | undefined {
  const { style, source, align } = given;
  const phrase = composer.layout.labels.get(key);
  const parts = partsOf(phrase, style, composer);
  if (parts.length === 0) return undefined;
  return {
    kind: 'text',
    shared: true,
    source,
    parts,
    join: style.join,
    separator: separator(composer, style),
    leading: style.leading,
    align,
    role: 'header-cell',
    wrap: 'words',
    balance: false,
    sizes: [],
  };
}
