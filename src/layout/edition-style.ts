// Styles of a layout as one rung sets them: faces and tones resolved, lengths in points.

import type { Align, Join, Wrap } from '../typeset/leaf-block.ts';
import type { Gray, Role } from '../typeset/page.ts';
import { mmToPt } from '../typeset/unit.ts';
import { type Names, pick } from './edition-name.ts';
import type { LayoutFile, StyleFile } from './schema.ts';

export interface Style {
  readonly name: string;
  readonly size: number;
  readonly leading: number;
  readonly faces: {
    readonly plain: string;
    readonly first: string;
    readonly second: string;
    readonly alone: string;
  };
  readonly gray: Gray;
  readonly join: Join;
  readonly align: Align;
  readonly wrap: Wrap;
  readonly balance: boolean;
  /** Language versions that read the same are printed once. */
  readonly once: boolean;
  readonly role: Role;
}

export function resolveStyle(
  key: string,
  style: StyleFile,
  scope: { layout: LayoutFile; tones: ReadonlyMap<string, Gray>; names: Names },
): Style {
  const faces = new Map(Object.entries(scope.layout.faces));
  const face = (wanted: string | undefined, fallback: string): string =>
    wanted === undefined ? fallback : (pick(faces, wanted, 'face', scope.names) ?? fallback);
  const regular = [...faces.values()][0] ?? '';
  const plain = face(style.face, regular);
  const first = face(style.first, plain);
  return {
    name: key,
    size: style.size,
    leading: mmToPt(style.leading),
    faces: {
      plain,
      first,
      second: face(style.second, plain),
      alone: face(style.alone, first),
    },
    gray: style.tone === undefined ? 0 : (pick(scope.tones, style.tone, 'tone', scope.names) ?? 0),
    join: style.join ?? 'stack',
    align: style.align ?? 'left',
    wrap: style.wrap ?? 'words',
    balance: style.balance ?? false,
    once: style.once ?? false,
    role: style.role ?? 'text',
  };
}
