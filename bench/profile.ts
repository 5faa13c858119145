// A CPU profile of the pipeline on one thread, and who spent the time. It measures nothing else,
// because a profiler slows small functions more than large ones.

import { mkdirSync, writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { dirname, join } from 'node:path';
import { renderTask } from '../src/render/render-bill.ts';
import { type Bills, openResources, pdfTask } from './subject.ts';

/** One line of the profile; shares are of all samples, from 0 to 1. */
export interface Spender {
  /** A function with its place, `helper src/compose/vocabulary.ts:203`, or a folder. */
  readonly name: string;
  readonly share: number;
}

export interface ProfileFigures {
  /** Opens in the developer tools of Chrome and in most editors. */
  readonly file: string;
  readonly bills: number;
  readonly functions: readonly Spender[];
  readonly folders: readonly Spender[];
}

const root = join(import.meta.dirname, '..');
const file = join(root, 'out', 'bench.cpuprofile');

/** Finer than the usual millisecond: a bill takes about one. */
const samplingMicroseconds = 100;

export async function profilePipeline(count: number, bills: Bills): Promise<ProfileFigures> {
  const resources = await openResources();
  const render = async (jsons: readonly string[]) => {
    for (const json of jsons) await renderTask(pdfTask(json), resources);
  };
  await render(bills.take(count));
  const jsons = bills.take(count);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: samplingMicroseconds });
  await session.post('Profiler.start');
  await render(jsons);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(profile));
  return {
    file,
    bills: count,
    functions: spenders(profile, functionName).slice(0, 40),
    folders: spenders(profile, folderName),
  };
}

/** Self time, added up by name, the largest first. */
function spenders(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  nameOf: (frame: Profiler.ProfileNode['callFrame']) => string,
): Spender[] {
  // The profiler profiles its own end, too.
  const ours = nodes.filter(({ callFrame }) => callFrame.url !== 'node:inspector');
  const names = new Map(ours.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  let total = 0;
  samples.forEach((id, i) => {
    const name = names.get(id);
    if (name === undefined) return;
    const time = timeDeltas[i] ?? 0;
    times.set(name, (times.get(name) ?? 0) + time);
    total += time;
  });
  return [...times]
    .map(([name, time]) => ({ name, share: time / total }))
    .sort((a, b) => b.share - a.share);
}

function functionName({ functionName: name, url, lineNumber }: Profiler.ProfileNode['callFrame']) {
  const place = placeOf(url);
  // Lines count from 0 in a profile.
  return `${name === '' ? '(anonymous)' : name} ${place}${place === '' ? '' : `:${lineNumber + 1}`}`;
}

/** `src/typeset`, `node_modules/pdfkit`, `node:zlib`; templates are compiled without a file. */
function folderName({ functionName: name, url }: Profiler.ProfileNode['callFrame']): string {
  const place = placeOf(url);
  if (place !== '') return /^(?:src|node_modules)\/(?:@[^/]+\/)?[^/]+/.exec(place)?.[0] ?? place;
  return name.startsWith('(') ? name : '(templates and built-ins)';
}

function placeOf(url: string): string {
  return url.replace(new URL(`file://${root}/`).href, '');
}
