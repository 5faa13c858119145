// Archives with one guard off each, which a check must find. It checks nothing itself.

import { drawArchive } from '../../src/draw/archive.ts';
import type { DocumentMetadata } from '../../src/draw/metadata.ts';
import type { Page, Part } from '../../src/typeset/page.ts';
import { resources, structuredPage } from '../support/render.ts';
import { structureOf } from '../support/structure.ts';
import { samples } from './sample.ts';

export interface Damaged {
  readonly name: string;
  readonly standard: '3a' | 'ua1';
  /** Clause and test number of the rule that must be found broken. */
  readonly rule: string;
  readonly bytes: Uint8Array;
}

const metadata: DocumentMetadata = {
  title: 'Шот',
  languageTag: 'kk-KZ',
  createdOn: '2026-11-06',
  layout: 'almaty-city@1',
  producer: 'tolem',
};

const attachment = {
  name: 'bill.json',
  mediaType: 'application/json',
  description: 'The bill as it was sent.',
  bytes: new TextEncoder().encode('{}'),
};

export function damagedArchives(): readonly Damaged[] {
  const sample = samples.find(({ name }) => name === 'almaty-city/typical');
  if (sample === undefined) throw new Error('there is no sample almaty-city/typical');
  const page = structuredPage(sample.bill);
  return [
    {
      name: 'no-alternative-text',
      standard: 'ua1',
      rule: '7.3-1',
      bytes: drawn(changed(page, withoutAlt)),
    },
    {
      name: 'no-language',
      standard: 'ua1',
      rule: '7.2-34',
      bytes: drawn(withoutLanguages(page), { ...metadata, languageTag: '' }),
    },
    {
      name: 'a-hole-in-a-row',
      standard: 'ua1',
      rule: '7.2-42',
      bytes: drawn(changed(page, withoutLastCell)),
    },
    {
      name: 'a-skipped-level',
      standard: 'ua1',
      rule: '7.4.2-1',
      bytes: drawn(changed(page, withLowerHeadings)),
    },
    {
      name: 'a-file-of-no-type',
      standard: '3a',
      rule: '6.8-1',
      bytes: drawn(page, metadata, { ...attachment, mediaType: '' }),
    },
  ];
}

function drawn(page: Page, about = metadata, attached = attachment): Uint8Array {
  return drawArchive(page, resources.fonts, about, attached);
}

function changed(page: Page, change: (part: Part) => Part): Page {
  const below = (part: Part): Part => {
    const made = change(part);
    const children = made.children.map((child) =>
      typeof child === 'number' ? child : below(child),
    );
    return { ...made, children };
  };
  return { ...page, structure: below(structureOf(page)) };
}

function withoutAlt(part: Part): Part {
  return part.kind === 'figure' ? { ...part, alt: '' } : part;
}

function withoutLastCell(part: Part): Part {
  const isLong = part.kind === 'row' && part.children.length > 10;
  return isLong ? { ...part, children: part.children.slice(0, -1) } : part;
}

function withLowerHeadings(part: Part): Part {
  return part.kind === 'heading' && part.level === 2 ? { ...part, level: 4 } : part;
}

function withoutLanguages(page: Page): Page {
  const items = page.items.map((item) => {
    if (item.kind !== 'text') return item;
    const { lang: _, ...rest } = item;
    return rest;
  });
  return { ...page, items };
}
