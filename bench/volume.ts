// A volume of many bills, written to a file: pages a second, bytes a page, and with `--long`
// whether memory stays flat. What a batch does beside it (spool, rows, marks) has no part in it.

import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handfulSize } from '../src/render/handful.ts';
import { BillVolume } from '../src/render/render-volume.ts';
import type { Resources } from '../src/render/resources.ts';
import { figuresOf } from './child.ts';
import { processorMs } from './processor-time.ts';
import { type Bills, today } from './subject.ts';

export interface VolumeFigures {
  readonly volumePages: number;
  /** Raw JSON in, one file out; pages in a second of the processor, writing included. */
  readonly volumePagesPerSecond: number;
  readonly bytesPerPage: number;
}

/** What a process of its own also tells. */
export interface LongFigures extends VolumeFigures {
  /** MB of 1024² that the process held after each tenth of the pages. */
  readonly rssMb: readonly number[];
}

export interface VolumeEffort {
  readonly pages: number;
  /** Pages of a volume before it, which nobody keeps, for the reason that single.ts gives. */
  readonly warmUp: number;
}

interface Subject {
  readonly resources: Resources;
  readonly bills: Bills;
}

/** `onPart` is called after each tenth of the pages, outside the measured time. */
export function measureVolume(
  { pages, warmUp }: VolumeEffort,
  { resources, bills }: Subject,
  onPart: () => void,
): VolumeFigures {
  addAll(new BillVolume({ today, metadata }, resources, () => undefined), bills, warmUp);
  const folder = mkdtempSync(join(tmpdir(), 'tolem-bench-'));
  try {
    const file = openSync(join(folder, 'volume.pdf'), 'w');
    let bytes = 0;
    const volume = new BillVolume({ today, metadata }, resources, (piece) => {
      bytes += piece.length;
      writeSync(file, piece);
    });
    let ms = 0;
    for (let done = 0; done < pages; ) {
      const part = Math.min(pages - done, Math.ceil(pages / 10));
      ms += addAll(volume, bills, part);
      done += part;
      onPart();
    }
    const start = processorMs();
    volume.finish();
    closeSync(file);
    ms += processorMs() - start;
    return {
      volumePages: pages,
      volumePagesPerSecond: (1000 * pages) / ms,
      bytesPerPage: bytes / pages,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Whole handfuls, and so few that none of the texts is there at two collections in a row: it would
 * be taken for old, and memory would grow with the pages.
 */
const billsAtATime = 7 * handfulSize;

/** Milliseconds of the processor, without making up the bills. */
function addAll(volume: BillVolume, bills: Bills, count: number): number {
  let ms = 0;
  for (let left = count; left > 0; left -= billsAtATime) {
    const jsons = bills.take(Math.min(left, billsAtATime));
    const start = processorMs();
    const outcomes = volume.addAll(jsons);
    assert(
      outcomes.every(({ ok }) => ok),
      'the volume refused a bill',
    );
    ms += processorMs() - start;
  }
  return ms;
}

const metadata = {
  title: 'Benchmark',
  languageTag: 'kk-KZ',
  createdOn: today,
  layout: 'benchmark@1',
};

/** In a fresh process, so that its time and its memory are the volume's. */
export function measureVolumeAlone(effort: VolumeEffort): Promise<LongFigures> {
  return figuresOf('volume-alone.ts', JSON.stringify(effort));
}
