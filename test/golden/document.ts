// A document in Markdown as its tests read it: sections, rows of tables, examples. It knows no
// document in particular.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './case.ts';

/** From one heading to the next, whatever their levels. */
export interface Section {
  /** The heading without its marks: `text` for «### `text`». */
  readonly title: string;
  /** The heading of second level that it stands under, or its own. */
  readonly chapter: string;
  readonly text: string;
}

/** A fenced block: its words behind the fence say what it is to the test that runs it. */
export interface Example {
  readonly kind: string;
  readonly words: ReadonlyMap<string, string>;
  readonly text: string;
  readonly chapter: string;
  /** Of the fence, from 1. */
  readonly line: number;
}

interface Place {
  title: string;
  chapter: string;
  fence: string | undefined;
  line: number;
}

export function readDocument(path: string): {
  readonly sections: readonly Section[];
  readonly examples: readonly Example[];
} {
  const sections: Section[] = [];
  const examples: Example[] = [];
  const place: Place = { title: '', chapter: '', fence: undefined, line: 0 };
  let lines: string[] = [];
  const close = (): void => {
    const { title, chapter, fence, line } = place;
    const text = lines.join('\n');
    lines = [];
    if (fence === undefined) sections.push({ title, chapter, text });
    else examples.push({ ...readFence(fence), text, chapter, line });
  };
  for (const [index, line] of readFileSync(join(root, path), 'utf8').split('\n').entries()) {
    const fence = /^```(.*)$/.exec(line)?.[1];
    const heading = place.fence === undefined ? /^(#{1,3}) (.*)$/.exec(line) : null;
    if (fence === undefined && heading === null) {
      lines.push(line);
      continue;
    }
    close();
    if (heading !== null) openSection(place, heading);
    else place.fence = place.fence === undefined ? fence : undefined;
    place.line = index + 1;
  }
  close();
  return { sections, examples };
}

function openSection(place: Place, [, marks = '', heading = '']: readonly string[]): void {
  place.title = heading.replaceAll('`', '');
  if (marks.length <= 2) place.chapter = place.title;
}

/** `hbs row=charges each=obligatory` */
function readFence(fence: string): Pick<Example, 'kind' | 'words'> {
  const [kind = '', ...words] = fence.split(' ');
  const pairs = words.map((word) => word.split('=')).map(([key = '', value = '']) => [key, value]);
  return { kind, words: new Map(pairs.map(([key = '', value = '']) => [key, value])) };
}

/** The first cells of the rows under a heading, those in `code style`: what the rows are about. */
export function rowsUnder(sections: readonly Section[], title: string): readonly string[] {
  return sections
    .filter((section) => section.title === title)
    .flatMap(({ text }) =>
      Array.from(text.matchAll(/^\| `([$\w-]+=?)` \|/gm), ([, name = '']) => name),
    );
}
