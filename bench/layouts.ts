// Bills a second of every layout, so that no special way for one of them can hide.

import { readdirSync } from 'node:fs';
import type { Resources } from '../src/render/resources.ts';
import { median } from './median.ts';
import { timeSingle } from './single.ts';
import { type Bills, openBillsOf, samplesDir } from './subject.ts';

export interface LayoutFigures {
  readonly layout: string;
  /** Of its typical sample, varied: raw JSON in, PDF out, bills in a second of the processor. */
  readonly perSecond: number;
  readonly bytesPerBill: number;
}

export interface LayoutEffort {
  /** Rounds before those that count: what is special to a layout must be compiled too. */
  readonly warmUp: number;
  readonly rounds: number;
  readonly billsPerTurn: number;
}

/** Layouts in turns. */
export async function measureLayouts(
  { warmUp, rounds, billsPerTurn }: LayoutEffort,
  resources: Resources,
): Promise<readonly LayoutFigures[]> {
  const subjects = readdirSync(samplesDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name }): Subject => ({ layout: name, bills: openBillsOf(name), turns: [] }));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const { bills, turns } of subjects) {
      const turn = await timeSingle(bills.take(billsPerTurn), resources);
      if (round >= 0) turns.push(turn);
    }
  }
  return subjects.map(({ layout, turns }) => ({
    layout,
    perSecond: 1000 / median(turns.map(({ ms }) => ms)),
    bytesPerBill: median(turns.map(({ bytes }) => bytes)),
  }));
}

interface Subject {
  readonly layout: string;
  readonly bills: Bills;
  readonly turns: Awaited<ReturnType<typeof timeSingle>>[];
}
