// Bills on one thread: each stage, the whole, and the naive drawing of the same pages, taken in
// turns so that a slow minute of the machine slows all of them alike.

import { deflateRawSync } from 'node:zlib';
import { readCatalogue } from '../src/font/load.ts';
import { renderTask } from '../src/render/render-bill.ts';
import type { Resources } from '../src/render/resources.ts';
import type { Page } from '../src/typeset/page.ts';
import type { Profile } from '../src/worker/protocol.ts';
import { figuresOf } from './child.ts';
import { median } from './median.ts';
import { drawNaively, laidOut, type NaiveFonts } from './naive.ts';
import { processorMs } from './processor-time.ts';
import { type StageTimes, stageNames, timeStages } from './stage.ts';
import { type Bills, folders, pdfTask } from './subject.ts';

export interface SingleEffort {
  readonly turns: Turns;
  /**
   * V8 compiles what is used much after a while only, so the first rounds do not count: a service
   * that prints a city's bills has long done so. Ours takes some 2,000 bills, naive drawing some 70
   * drawings until they get no faster.
   */
  readonly warmUp: Bound;
  readonly measured: Bound;
}

/**
 * How many of each make a turn. A turn has to be long beside what it takes to fill the caches of
 * the core again, which the turn before has filled with other things: a naive drawing is worth a
 * hundred of our bills, so a few of those stand beside hundreds of these.
 */
export interface Turns {
  readonly bills: number;
  readonly archives: number;
  readonly naive: number;
}

/** Ends after so many rounds, or earlier, once the time is over and three are done. */
export interface Bound {
  readonly rounds: number;
  readonly ms: number;
}

/** Medians over the rounds, of processor time. */
export interface SingleFigures {
  /** Milliseconds a bill. */
  readonly stagesMs: StageTimes;
  /** Raw JSON in, PDF out; bills in a second of the processor. */
  readonly singlePerSecond: number;
  /** The page is given, so the naive way is spared parsing, composing and typesetting. */
  readonly naivePerSecond: number;
  /** Naive drawing by all of ours, within the same round. */
  readonly naiveRatio: number;
  /** Like for like: naive drawing by our drawing of a page. */
  readonly naiveDrawRatio: number;
  /** Deflating alone, of the same content streams: no way through zlib is faster than this. */
  readonly deflatePerSecond: number;
  /** Time of a whole bill by that of deflating alone, within the same round. */
  readonly deflateRatio: number;
  readonly bytesPerBill: number;
  readonly naiveBytesPerBill: number;
  /** The same bills tagged and with their JSON; see docs/profiles.md. */
  readonly archivePerSecond: number;
  /** Time of an archive by that of a print, within the same round. */
  readonly archiveRatio: number;
  readonly archiveBytesPerBill: number;
}

interface Round {
  readonly stagesMs: StageTimes;
  readonly drawMs: number;
  readonly billMs: number;
  readonly deflateMs: number;
  readonly naiveMs: number;
  readonly bytes: number;
  readonly naiveBytes: number;
  readonly archiveMs: number;
  readonly archiveBytes: number;
}

/** In a fresh process: what the benchmark did before has no part in it. */
export function measureAlone(effort: SingleEffort): Promise<SingleFigures> {
  return figuresOf('single-alone.ts', JSON.stringify(effort));
}

export async function measureSingle(
  effort: SingleEffort,
  resources: Resources,
  bills: Bills,
): Promise<SingleFigures> {
  const fonts = { folder: folders.fontsDir, catalogue: readCatalogue(folders.fontsDir) };
  const tools = { resources, bills, fonts };
  const round = () => measureRound(effort.turns, tools);
  await repeat(effort.warmUp, round);
  const rounds = await repeat(effort.measured, round);
  const middle = (value: (round: Round) => number) => median(rounds.map(value));
  return {
    stagesMs: byStage((stage) => middle(({ stagesMs }) => stagesMs[stage])),
    singlePerSecond: 1000 / middle(({ billMs }) => billMs),
    naivePerSecond: 1000 / middle(({ naiveMs }) => naiveMs),
    naiveRatio: middle(({ billMs, naiveMs }) => naiveMs / billMs),
    naiveDrawRatio: middle(({ drawMs, naiveMs }) => naiveMs / drawMs),
    deflatePerSecond: 1000 / middle(({ deflateMs }) => deflateMs),
    deflateRatio: middle(({ billMs, deflateMs }) => billMs / deflateMs),
    bytesPerBill: middle(({ bytes }) => bytes),
    naiveBytesPerBill: middle(({ naiveBytes }) => naiveBytes),
    archivePerSecond: 1000 / middle(({ archiveMs }) => archiveMs),
    archiveRatio: middle(({ archiveMs, billMs }) => archiveMs / billMs),
    archiveBytesPerBill: middle(({ archiveBytes }) => archiveBytes),
  };
}

/** A median of fewer rounds would be chance. */
const leastRounds = 3;

async function repeat(bound: Bound, measure: () => Promise<Round>): Promise<Round[]> {
  const start = performance.now();
  const rounds: Round[] = [];
  while (rounds.length < bound.rounds) {
    if (rounds.length >= leastRounds && performance.now() - start > bound.ms) break;
    rounds.push(await measure());
  }
  return rounds;
}

interface Tools {
  readonly resources: Resources;
  readonly bills: Bills;
  readonly fonts: NaiveFonts;
}

async function measureRound(turns: Turns, { resources, bills, fonts }: Tools): Promise<Round> {
  const pages: Page[] = [];
  const staged = bills.take(turns.bills).map((json) => {
    const { page, content, times } = timeStages(json, resources);
    // Pages that nobody draws would only be garbage for the collector to copy.
    if (pages.length < turns.naive) pages.push(page);
    return { content, times };
  });
  const single = await timeSingle(bills.take(turns.bills), resources);
  const archive = await timeSingle(bills.take(turns.archives), resources, 'archive');
  const naive = await timeNaive(pages, fonts);
  return {
    stagesMs: byStage((stage) => median(staged.map(({ times }) => times[stage]))),
    drawMs: mean(
      staged.map(({ times: { content, deflate, assemble } }) => content + deflate + assemble),
    ),
    billMs: single.ms,
    deflateMs: timeDeflate(staged.map(({ content }) => content)),
    bytes: single.bytes,
    naiveMs: naive.ms,
    naiveBytes: naive.bytes,
    archiveMs: archive.ms,
    archiveBytes: archive.bytes,
  };
}

/** Means of one round, garbage collection included; milliseconds of the processor. */
export interface Means {
  readonly ms: number;
  readonly bytes: number;
}

export async function timeSingle(
  jsons: readonly string[],
  resources: Resources,
  profile: Profile = 'print',
): Promise<Means> {
  let bytes = 0;
  const start = processorMs();
  for (const json of jsons) {
    const outcome = await renderTask(pdfTask(json, profile), resources);
    if (!outcome.ok) throw new Error(outcome.faults.map(({ message }) => message).join('\n'));
    bytes += outcome.value.bytes.length;
  }
  return { ms: (processorMs() - start) / jsons.length, bytes: bytes / jsons.length };
}

/** Milliseconds of the processor, the mean. */
function timeDeflate(contents: readonly Uint8Array[]): number {
  const start = processorMs();
  for (const content of contents) deflateRawSync(content, { level: 1 });
  return (processorMs() - start) / contents.length;
}

async function timeNaive(pages: readonly Page[], fonts: NaiveFonts): Promise<Means> {
  const given = pages.map(laidOut);
  let bytes = 0;
  const start = processorMs();
  for (const page of given) bytes += (await drawNaively(page, fonts)).length;
  return { ms: (processorMs() - start) / pages.length, bytes: bytes / pages.length };
}

/** Unlike a median, it bears its share of garbage collection, as naive bills do. */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function byStage(value: (stage: keyof StageTimes) => number): StageTimes {
  const entries = stageNames.map((stage) => [stage, value(stage)]);
  return Object.fromEntries(entries);
}
