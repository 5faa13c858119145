// Images and codes as the page takes them. Vector only; reading files and encoding is elsewhere.

import type { Context, Fragment } from './fragment.ts';
import { recordOverflow } from './fragment.ts';
import type { CodeBlock, ImageBlock } from './leaf-block.ts';
import type { CodeItem } from './page.ts';
import { alignedX } from './text.ts';

export function imageWidth(block: ImageBlock): number {
  return (block.height * block.image.width) / block.image.height;
}

export function layoutImage(block: ImageBlock, width: number, context: Context): Fragment {
  const { height, image, alt, source } = block;
  const own = imageWidth(block);
  recordOverflow(context, source, own, width);
  return {
    width: own,
    height,
    baseline: undefined,
    place: (x, y, _room, sink) => {
      const left = alignedX(block.align, x, width, own);
      sink({ kind: 'image', x: left, y, width: own, height, image, alt, source, role: 'figure' });
    },
  };
}

export function layoutCode(block: CodeBlock, width: number, context: Context): Fragment {
  const { symbol, payload, alt, source } = block;
  const own = symbol.columns * block.module;
  const height = block.barHeight ?? symbol.rows * block.module;
  recordOverflow(context, source, own, width);
  return {
    width: own,
    height,
    baseline: undefined,
    place: (x, y, _room, sink) => {
      const left = alignedX(block.align, x, width, own);
      const item: CodeItem = {
        kind: 'code',
        x: left,
        y,
        width: own,
        height,
        symbol,
        payload,
        alt,
        source,
        role: 'figure',
      };
      sink(item);
    },
  };
}
