// What a process holds in memory over time, read from /proc: it works on Linux only. The processor
// time is that of its threads, the collector's and the compiler's too.

import { readFileSync } from 'node:fs';

export interface MemoryWatch {
  readonly peakMb: number;
  readonly processorSeconds: number;
  /** The most of each tenth of the time. */
  byTenth(): readonly number[];
  stop(): void;
}

const everyMs = 100;
/** Clock ticks a second in /proc/PID/stat; Linux says so to user space on every machine. */
const ticks = 100;

export function watchMemory(pid: number): MemoryWatch {
  const samples: number[] = [];
  let processorSeconds = 0;
  const timer = setInterval(() => {
    const now = look(pid);
    if (now === undefined) return;
    samples.push(now.residentMb);
    processorSeconds = now.processorSeconds;
  }, everyMs);
  return {
    get peakMb() {
      return samples.reduce((most, one) => Math.max(most, one), 0);
    },
    get processorSeconds() {
      return processorSeconds;
    },
    byTenth() {
      return Array.from({ length: 10 }, (_, tenth) => {
        const from = Math.floor((tenth * samples.length) / 10);
        const to = Math.floor(((tenth + 1) * samples.length) / 10);
        return samples.slice(from, to).reduce((most, one) => Math.max(most, one), 0);
      });
    },
    stop: () => clearInterval(timer),
  };
}

function look(pid: number) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const residentMb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { residentMb, processorSeconds: (Number(fields[11]) + Number(fields[12])) / ticks };
  } catch {
    // It has ended.
    return undefined;
  }
}
