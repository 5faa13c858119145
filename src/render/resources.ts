// Fonts and layouts, loaded once per thread. The only file of this folder that reads the disk.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Phrase } from '../bill/phrase.ts';
import { vocabulary } from '../compose/vocabulary.ts';
import { wordings } from '../compose/wordings.ts';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { FontSet } from '../font/face.ts';
import { loadFonts } from '../font/load.ts';
import { measureWith } from '../font/measure.ts';
import { type Catalogue, createCatalogue } from '../layout/catalogue.ts';
import { loadLayouts } from '../layout/load.ts';
import type { LayoutPackage } from '../layout/package.ts';
import type { Measure } from '../typeset/measure.ts';
import { nameCodePoint } from './check-letters.ts';

export interface Resources {
  readonly fonts: FontSet;
  readonly measure: Measure;
  readonly catalogue: Catalogue;
  /** Program and version, as written into every document: `tolem 0.1.0`. */
  readonly producer: string;
}

export interface Folders {
  readonly layoutsDir: string;
  readonly fontsDir: string;
}

/** Everything a thread needs to render; every fault of every layout if something is broken. */
export async function loadResources(folders: Folders): Promise<Outcome<Resources>> {
  const fonts = loadFonts(folders.fontsDir);
  const faces = new Set(fonts.faces.keys());
  const layouts = await loadLayouts(folders.layoutsDir, { vocabulary, wordings, faces });
  if (!layouts.ok) return layouts;
  const measure = measureWith(fonts);
  const faults = layouts.value.flatMap((layout) => checkLetters(layout, measure));
  const catalogue = createCatalogue(layouts.value);
  if (!catalogue.ok) return failure([...faults, ...catalogue.faults]);
  if (faults.length > 0) return failure(faults);
  const producer = await readProducer();
  return success({ fonts, measure, catalogue: catalogue.value, producer });
}

/** A fixed text with a letter that no font has would fail bills; it fails the start instead. */
function checkLetters(layout: LayoutPackage, measure: Measure): Fault[] {
  const { id, notices = [], sharedNotices = [] } = layout.file;
  const standing = [...notices, ...sharedNotices].flatMap((entry) =>
    typeof entry === 'string' ? [] : [{ what: `notice "${entry.id}"`, phrase: entry.text }],
  );
  const labels = [...layout.labels].map(([key, phrase]) => ({ what: `label "${key}"`, phrase }));
  const { settlementCentre: own } = layout.file;
  const contacts = [...(own?.phones ?? []), own?.site, own?.email];
  const centre = [
    own?.name ?? { kk: '' },
    own?.address ?? { kk: '' },
    ...contacts.map((kk = '') => ({ kk })),
  ].map((phrase) => ({
    what: 'settlementCentre',
    phrase,
  }));
  const signs = [
    { what: 'separator', phrase: { kk: layout.separator } },
    { what: 'nil.text', phrase: { kk: layout.nil.text } },
  ];
  return [
    ...lettersMissing(labels, `${id}/labels.json`, { layout, measure }),
    ...lettersMissing([...standing, ...signs, ...centre], `${id}/layout.json`, { layout, measure }),
  ];
}

function lettersMissing(
  texts: readonly { readonly what: string; readonly phrase: Phrase }[],
  source: string,
  { layout, measure }: { readonly layout: LayoutPackage; readonly measure: Measure },
): Fault[] {
  const faults: Fault[] = [];
  for (const { what, phrase } of texts) {
    for (const [language, text = ''] of Object.entries(phrase)) {
      for (const face of layout.faces.values()) {
        const missing = measure.missing(face, text);
        if (missing === undefined) continue;
        const reason = `${what} (${language}) has ${nameCodePoint(missing)}, which ${face} lacks`;
        faults.push({ code: 'LAYOUT_BROKEN', message: `${source}: ${reason}.`, source });
      }
    }
  }
  return faults;
}

async function readProducer(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8');
  const { name, version }: { name: string; version: string } = JSON.parse(text);
  return `${name} ${version}`;
}
