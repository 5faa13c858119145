// What is put on a sheet for the print house, and how it is asked for. Types and options; the
// marks themselves are drawn by their own files.

import { z } from 'zod';
import type { Measure } from '../typeset/measure.ts';

export const markKinds = ['none', 'datamatrix', 'omr'] as const;
export const markCorners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

export type MarkCorner = (typeof markCorners)[number];

const yesOrNo = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')], {
    error: 'true or false',
  })
  .pipe(z.boolean())
  .default(true);

/** Flat, so that each is one query parameter or one flag of the command line. */
export const markOptionsSchema = z
  .strictObject({
    numbers: yesOrNo.meta({
      description: 'Batch, volume and sequence number in figures on each sheet.',
    }),
    mark: z.enum(markKinds).default('none').meta({ description: 'What an inserter reads.' }),
    corner: z.enum(markCorners).default('top-left').meta({
      description: 'Where the number and the Data Matrix stand; OMR bars are always at the left.',
    }),
  })
  .meta({ id: 'MarkOptions', description: 'What stands in the margins for the print house.' });

export type MarkOptions = z.output<typeof markOptionsSchema>;

/** One sheet of a batch, as its marks tell it. */
export interface SheetFacts {
  /** Short: 12 capital letters, digits and dashes at most. */
  readonly batch: string;
  readonly volume: number;
  readonly sequence: number;
  /** From 1, of `copies`: the sheets that go into one envelope. */
  readonly copy: number;
  readonly copies: number;
  /** Printed again with the number it had. */
  readonly reprint: boolean;
  /** To be looked at, not to be sent. What an inserter reads is that of the sheet itself. */
  readonly proof?: boolean;
}

export interface Type {
  /** Face of the small print, a key of fonts/fonts.json. */
  readonly regular: string;
  readonly bold: string;
  readonly measure: Measure;
}

/** Points from the top left corner of the page. */
export interface Zone {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Marks belong to no template; this is what stands in the page model instead of its line. */
export const made = { source: 'impose', role: 'decoration' } as const;
