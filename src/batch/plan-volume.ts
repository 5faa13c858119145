// Sheets cut into volumes by count or bytes, at houses or routes where that is asked. It draws
// nothing and numbers no pages.

import type { Money } from '../bill/money.ts';
import type { Warning } from '../fault.ts';
import type { Columns } from './plan-columns.ts';
import type { Groups } from './plan-group.ts';
import type { PlanOptions } from './plan-options.ts';
import type { Sheets } from './plan-sheet.ts';

export interface Volume {
  /** From 1. */
  readonly number: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  /** Sheets of bills; separators are not among them. */
  readonly sheetCount: number;
  readonly billCount: number;
  readonly separatorCount: number;
  readonly bytes: number;
  /** Each bill once, whatever its copies. */
  readonly amount: Money;
}

interface Marks {
  /** Where a volume may end. */
  readonly breaks: Groups | undefined;
  readonly separated: Groups | undefined;
}

export interface Cut {
  readonly volumes: readonly Volume[];
  readonly warnings: readonly Warning[];
}

export function cutVolumes(
  sheets: Sheets,
  columns: Columns,
  options: PlanOptions,
  { breaks, separated }: Marks,
): Cut {
  const cutter = new Cutter(sheets, columns, options);
  const { entryOf, copiesOf } = sheets;
  if (breaks === undefined) {
    for (let at = 0; at < entryOf.length; at += copiesOf[at] ?? 1)
      cutter.take(at, endOf(at, sheets));
  } else {
    for (let index = 0; index < breaks.count; index += 1) {
      const { firstSequence, lastSequence } = breaks.at(index);
      if (options.breakAt === 'every-route') cutter.end();
      cutter.take(firstSequence - 1, lastSequence);
    }
  }
  cutter.end();
  const volumes = cutter.volumes.map((volume) => withSeparators(volume, separated));
  return { volumes, warnings: cutter.warnings };
}

/** The copies of a bill are never divided. */
function endOf(at: number, { copiesOf }: Sheets): number {
  return at + (copiesOf[at] ?? 1);
}

type Plain = Omit<Volume, 'separatorCount'>;

class Cutter {
  readonly volumes: Plain[] = [];
  readonly warnings: Warning[] = [];
  private readonly sheets: Sheets;
  private readonly columns: Columns;
  private readonly options: PlanOptions;
  private start = 0;
  private next = 0;
  private bytes = 0;

  constructor(sheets: Sheets, columns: Columns, options: PlanOptions) {
    this.sheets = sheets;
    this.columns = columns;
    this.options = options;
  }

  /** Sheets that should stay together: into this volume if there is room, else into the next. */
  take(start: number, end: number): void {
    const bytes = this.bytesOf(start, end);
    if (!this.holds(end, bytes)) this.end();
    if (this.holds(end, bytes) || end - start <= (this.sheets.copiesOf[start] ?? 1)) {
      this.add(end, bytes);
      return;
    }
    this.warnAbout(start, end);
    for (let at = start; at < end; at = endOf(at, this.sheets)) {
      this.take(at, endOf(at, this.sheets));
    }
  }

  end(): void {
    if (this.next === this.start) return;
    const { start, next, bytes } = this;
    const { amount, billCount } = this.sumsOf(start, next);
    this.volumes.push({
      number: this.volumes.length + 1,
      firstSequence: start + 1,
      lastSequence: next,
      sheetCount: next - start,
      billCount,
      bytes,
      amount,
    });
    this.start = next;
    this.bytes = 0;
  }

  private holds(end: number, bytes: number): boolean {
    const { volumeSheets, volumeBytes = Number.POSITIVE_INFINITY } = this.options;
    return end - this.start <= volumeSheets && this.bytes + bytes <= volumeBytes;
  }

  private add(end: number, bytes: number): void {
    this.next = end;
    this.bytes += bytes;
  }

  private bytesOf(start: number, end: number): number {
    let sum = 0;
    for (let at = start; at < end; at += 1) {
      sum += this.columns.bytes[this.sheets.entryOf[at] ?? 0] ?? 0;
    }
    return sum;
  }

  private sumsOf(start: number, end: number): { amount: Money; billCount: number } {
    let amount = 0;
    let billCount = 0;
    for (let at = start; at < end; at += 1) {
      if (this.sheets.copyOf[at] !== 1) continue;
      amount += this.columns.amounts[this.sheets.entryOf[at] ?? 0] ?? 0;
      billCount += 1;
    }
    return { amount, billCount };
  }

  private warnAbout(start: number, end: number): void {
    const kind = this.options.breakAt === 'house' ? 'house' : 'route';
    const [first, last] = [start + 1, end];
    this.warnings.push({
      code: 'GROUP_DIVIDED',
      message:
        `The ${kind} of the sheets ${first} to ${last} is larger than a volume, ` +
        'so it is divided. Allow larger volumes to keep it in one.',
      details: { firstSequence: first, lastSequence: last },
    });
  }
}

/** A group that goes on from the volume before gets its separator again. */
function withSeparators(volume: Plain, separated: Groups | undefined): Volume {
  const { firstSequence, lastSequence } = volume;
  const separatorCount =
    separated === undefined
      ? 0
      : separated.indexOf(lastSequence) - separated.indexOf(firstSequence) + 1;
  return { ...volume, separatorCount };
}
