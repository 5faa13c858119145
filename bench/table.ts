// The figures as aligned lines for a terminal. It computes nothing but sums of stages.

import type { LayoutFigures } from './layouts.ts';
import type { LoadFigures } from './load.ts';
import type { PoolFigures } from './pool.ts';
import type { ProfileFigures } from './profile.ts';
import type { SingleFigures } from './single.ts';
import { stageNames } from './stage.ts';
import type { StartFigures } from './start.ts';
import type { LongFigures, VolumeFigures } from './volume.ts';

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly system: string;
  readonly node: string;
}

export interface Figures
  extends SingleFigures,
    VolumeFigures,
    StartFigures,
    LoadFigures,
    PoolFigures {
  readonly machine: Machine;
  readonly sample: string;
  readonly seed: number;
  readonly layouts: readonly LayoutFigures[];
  /** One connection, milliseconds. */
  readonly http: { readonly p50: number; readonly p99: number };
}

/** What is measured, the figure, its unit. */
type Row = readonly [label: string, value: string, unit: string];

export function figureTable(figures: Figures): string {
  return [
    machineLine(figures.machine),
    `${figures.sample}, varied with seed ${figures.seed}; medians of interleaved rounds`,
    'Compare ratios: absolute figures follow the machine and what else it does.',
    '',
    ...aligned([
      ...stageRows(figures),
      ...rateRows(figures),
      ...byteRows(figures),
      ...startRows(figures),
      ...httpRows(figures),
      ...layoutRows(figures),
    ]),
  ].join('\n');
}

function stageRows({ stagesMs }: Figures): Row[] {
  const sum = stageNames.reduce((total, name) => total + stagesMs[name], 0);
  const stages = stageNames.map(
    (name): Row => [`  ${name}`, fixed(stagesMs[name], 3), `ms ${percent(stagesMs[name] / sum)}`],
  );
  return [['One bill on one thread', fixed(sum, 3), 'ms of the processor'], ...stages];
}

function rateRows(figures: Figures): Row[] {
  const pools = figures.pools.map(
    ({ workers, perSecond }): Row => [
      `  through ${counted(workers, 'thread')} of a pool`,
      fixed(perSecond, 0),
      'bills/s on the clock',
    ],
  );
  return [
    ['Separate PDFs, one thread', fixed(figures.singlePerSecond, 0), 'bills/s'],
    ['  the same pages by naive pdfkit', fixed(figures.naivePerSecond, 1), 'bills/s'],
    ['  ratio', fixed(figures.naiveRatio, 1), 'times'],
    ['  ratio of the drawing alone', fixed(figures.naiveDrawRatio, 1), 'times'],
    ['  deflating their content alone', fixed(figures.deflatePerSecond, 0), 'bills/s'],
    ['  ratio', fixed(figures.deflateRatio, 1), 'times its time'],
    ['  as archives', fixed(figures.archivePerSecond, 0), 'bills/s'],
    ['  ratio', fixed(figures.archiveRatio, 1), 'times the time of a print'],
    ...pools,
    ['  an empty task', fixed(figures.emptyTaskUs, 0), 'µs there and back'],
    ['Volume, one thread', fixed(figures.volumePagesPerSecond, 0), 'pages/s'],
  ];
}

function byteRows(figures: Figures): Row[] {
  return [
    ['Bytes a bill', fixed(figures.bytesPerBill, 0), 'B'],
    ['  by naive pdfkit', fixed(figures.naiveBytesPerBill, 0), 'B'],
    ['  as an archive', fixed(figures.archiveBytesPerBill, 0), 'B'],
    [`Bytes a page, volume of ${figures.volumePages}`, fixed(figures.bytesPerPage, 0), 'B'],
  ];
}

function startRows(figures: Figures): Row[] {
  const { workers } = figures;
  return [
    ['Start to first bill', fixed(figures.startMs, 0), 'ms'],
    ['  without kept code', fixed(figures.firstStartMs, 0), 'ms'],
    [`  service with ${workers} threads`, fixed(figures.serviceStartMs, 0), 'ms'],
    ['Peak memory, one thread', fixed(figures.processRssMb, 0), 'MB'],
    [`  service with ${workers} threads`, memory(figures.rssMb), 'MB'],
  ];
}

function httpRows({ latencies, emptyReply, workers }: Figures): Row[] {
  const rows = latencies.map(
    ({ connections, p50, p99, perSecond }): Row => [
      `  ${counted(connections, 'connection')}`,
      fixed(p50, 2),
      `ms p50   ${fixed(p99, 2)} ms p99   ${fixed(perSecond, 0)} bills/s`,
    ],
  );
  const { p50, p99 } = emptyReply;
  return [
    [`HTTP, ${workers} threads`, '', ''],
    ...rows,
    ['  an empty service', fixed(p50, 2), `ms p50   ${fixed(p99, 2)} ms p99`],
  ];
}

function layoutRows({ layouts }: Figures): Row[] {
  const rows = layouts.map(
    ({ layout, perSecond, bytesPerBill }): Row => [
      `  ${layout}`,
      fixed(perSecond, 0),
      `bills/s   ${fixed(bytesPerBill, 0)} B`,
    ],
  );
  return [['Every layout, one thread', '', ''], ...rows];
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

export function longTable(machine: Machine, figures: LongFigures): string {
  const { volumePages, volumePagesPerSecond, bytesPerPage, rssMb } = figures;
  return [
    machineLine(machine),
    `A volume of ${volumePages} pages; memory after each tenth of them`,
    '',
    ...aligned([
      ['Pages, one thread', fixed(volumePagesPerSecond, 0), 'pages/s'],
      ['Bytes a page', fixed(bytesPerPage, 0), 'B'],
      ...rssMb.map(
        (megabytes, tenth): Row => [
          `  after ${Math.round((volumePages * (tenth + 1)) / rssMb.length)} pages`,
          fixed(megabytes, 0),
          'MB',
        ],
      ),
    ]),
  ].join('\n');
}

export function profileTable(machine: Machine, figures: ProfileFigures): string {
  const rows = (spenders: ProfileFigures['functions']) =>
    spenders.map(({ name, share }) => `${percent(share).padStart(6)}  ${name}`);
  return [
    machineLine(machine),
    `${figures.bills} bills on one thread, self time; the profile is ${figures.file}`,
    '',
    ...rows(figures.folders.filter(({ share }) => share > 0.002)),
    '',
    ...rows(figures.functions),
  ].join('\n');
}

function machineLine({ cores, processor, system, node }: Machine): string {
  return `${cores} cores, ${processor}, ${system}, Node ${node}`;
}

function aligned(rows: readonly Row[]): string[] {
  const labelWidth = Math.max(...rows.map(([label]) => label.length));
  const valueWidth = Math.max(...rows.map(([, value]) => value.length));
  return rows.map(([label, value, unit]) =>
    `${label.padEnd(labelWidth)}  ${value.padStart(valueWidth)} ${unit}`.trimEnd(),
  );
}

function fixed(value: number, decimals: number): string {
  return value.toFixed(decimals);
}

function memory(megabytes: number | null): string {
  return megabytes === null ? 'unknown' : fixed(megabytes, 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
