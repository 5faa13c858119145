// Reads the frozen faces of a folder, once, at start. It parses no font files.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Face, type FontSet, unfoldFace } from './face.ts';
import type { FrozenFace } from './frozen.ts';

/** Faces by name, from `fonts.json`. */
export type FaceCatalogue = Readonly<Record<string, FaceSource>>;

export interface FaceSource {
  readonly file: string;
  /** Where the file comes from, so that it can be fetched again. */
  readonly package: string;
  readonly sha256: string;
}

/**
 * `folder` is the path of fonts/. A missing or outdated pack throws: the service cannot start
 * without its fonts.
 */
export function loadFonts(folder: string): FontSet {
  const faces = new Map<string, Face>();
  let resource = 0;
  for (const name of Object.keys(readCatalogue(folder))) {
    const frozen: FrozenFace = JSON.parse(readFileSync(packFile(folder, name), 'utf8'));
    const face = unfoldFace(frozen, resource);
    resource += face.packs.length;
    faces.set(name, face);
  }
  return { faces };
}

export function readCatalogue(folder: string): FaceCatalogue {
  return JSON.parse(readFileSync(join(folder, 'fonts.json'), 'utf8'));
}

export function packFile(folder: string, face: string): string {
  return join(folder, 'packs', `${face}.json`);
}
