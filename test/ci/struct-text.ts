// What pdfinfo reads along the tags of a file. Pictures are left out, whatever type stands in them.

import { run } from './tool.ts';

/** The texts of the tags in their order, without spaces: where they stand is the reader's guess. */
export function textAlongTags(pdf: string): string {
  const texts: string[] = [];
  let figureDepth = Number.POSITIVE_INFINITY;
  for (const line of run('pdfinfo', ['-struct-text', '-enc', 'UTF-8', pdf]).split('\n')) {
    const depth = line.search(/\S/u);
    if (depth === -1) continue;
    if (depth <= figureDepth) figureDepth = Number.POSITIVE_INFINITY;
    if (/^ *Figure\b/u.test(line)) figureDepth = depth;
    const text = /^ *"(.*)"$/u.exec(line)?.[1];
    if (text !== undefined && depth < figureDepth) texts.push(text);
  }
  return withoutSpaces(texts.join(''));
}

export function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
