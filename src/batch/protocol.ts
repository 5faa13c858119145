// What crosses the boundary to the batch threads: plain data only. Bulk goes by files, so that
// neither side waits for the other to copy it.

import type { Fault, Warning } from '../fault.ts';
import type { WorkerSettings } from '../worker/protocol.ts';
import type { NewVolume, Proof, Reject, SealedFile, SealedVolume, Volume } from './batch.ts';
import type { BatchOptions } from './options.ts';
import type { ReprintRequest } from './selection.ts';
import type { PickedSheet } from './spooled-sheet.ts';
import type { ZipEntry } from './zip.ts';

/** What a thread is told when it starts. */
export interface ThreadSettings extends WorkerSettings {
  /** Everything else in the process is served first. */
  readonly yields: boolean;
}

/** Lines of a request to be checked. */
export interface CheckTask {
  /** One line after the other, without line ends. */
  readonly bytes: Uint8Array;
  readonly lengths: readonly number[];
  /** Indexes of lines that must not be touched: they have taken threads with them. */
  readonly skip: readonly number[];
  readonly today: string;
  readonly options: BatchOptions;
}

/** `facts` is the row of the index without its place: JSON text. */
export type CheckedLine =
  | { readonly ok: true; readonly facts: string; readonly amount: number }
  | { readonly ok: false; readonly account?: string; readonly faults: readonly Fault[] };

export interface PlanTask {
  readonly folder: string;
  readonly options: BatchOptions;
}

export interface PlanResult {
  readonly volumes: readonly NewVolume[];
  readonly sheets: number;
  /** The first of them, if there are very many. */
  readonly warnings: readonly Warning[];
  /** Sheets of the proof run. */
  readonly proof: readonly PickedSheet[];
  /** Of the plan file, which is written and synced but has its draft's name. */
  readonly draft: string;
}

export interface VolumeTask {
  readonly folder: string;
  readonly batch: string;
  readonly volume: Volume;
  readonly options: BatchOptions;
  readonly today: string;
  /** Lines that were given up. */
  readonly skip: readonly number[];
}

export interface VolumeResult {
  readonly sealed: SealedVolume;
  readonly rejects: readonly Reject[];
}

export interface ProofTask {
  readonly folder: string;
  readonly batch: string;
  readonly options: BatchOptions;
  readonly today: string;
  readonly sheets: readonly PickedSheet[];
}

/** The proof is a synced draft then; undefined if none of its bills could be drawn. */
export type ProofResult = Proof | undefined;

export interface ManifestTask {
  readonly folder: string;
  readonly batch: string;
  readonly options: BatchOptions;
  readonly today: string;
  readonly volumes: readonly Volume[];
  readonly lateRejects: readonly Reject[];
  readonly counts: { readonly accepted: number; readonly rejected: number };
  readonly proof?: Proof | undefined;
  readonly warnings: readonly Warning[];
}

export interface ManifestResult {
  readonly json: SealedFile;
  readonly csv: SealedFile;
  readonly rejects: SealedFile;
}

export interface ReprintTask {
  readonly folder: string;
  readonly batch: string;
  /** Of the reprint. */
  readonly number: number;
  readonly options: BatchOptions;
  readonly today: string;
  /** Those that were sealed. */
  readonly volumes: readonly NewVolume[];
  readonly request: ReprintRequest;
  /** Only says which sheets it would be. */
  readonly isDry: boolean;
}

export interface ReprintResult {
  /** How many sheets or accounts there are not; then nothing was drawn. */
  readonly missing: number;
  readonly sequences: readonly number[];
  readonly sealed?: SealedFile;
}

/** Some sheets of a sealed volume as files of their own. */
export interface SheetsTask {
  readonly folder: string;
  readonly batch: string;
  readonly options: BatchOptions;
  readonly today: string;
  readonly volume: Pick<NewVolume, 'number' | 'planAt'>;
  /** Sequence numbers, both included. */
  readonly first: number;
  readonly last: number;
  /** Lines that were given up. */
  readonly skip: readonly number[];
}

export interface SheetsResult {
  /** A ZIP without its end: the header and the content of one entry after the other. */
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
}

/** Every kind of task with what it gives. */
export interface TaskTable {
  readonly check: { readonly task: CheckTask; readonly result: readonly CheckedLine[] };
  readonly plan: { readonly task: PlanTask; readonly result: PlanResult };
  readonly volume: { readonly task: VolumeTask; readonly result: VolumeResult };
  readonly proof: { readonly task: ProofTask; readonly result: ProofResult };
  readonly reprint: { readonly task: ReprintTask; readonly result: ReprintResult };
  readonly sheets: { readonly task: SheetsTask; readonly result: SheetsResult };
  readonly manifest: { readonly task: ManifestTask; readonly result: ManifestResult };
}

export type TaskKind = keyof TaskTable;

/** A task as it is sent. */
export interface Order<K extends TaskKind = TaskKind> {
  readonly kind: K;
  readonly task: TaskTable[K]['task'];
  /** Three 32-bit integers, see Progress. */
  readonly progress: SharedArrayBuffer;
}

export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** It was asked to stop. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'disk-full' }
  /** The log has it under this id. */
  | { readonly kind: 'bug'; readonly correlationId: string };

/** What both sides see of a running task without messages. */
export class Progress {
  readonly buffer: SharedArrayBuffer;
  readonly #cells: Int32Array;

  /** Without a buffer a new task, else the other side of one. */
  constructor(buffer?: SharedArrayBuffer) {
    this.buffer = buffer ?? new SharedArrayBuffer(12);
    this.#cells = new Int32Array(this.buffer);
    if (buffer === undefined) this.position = -1;
  }

  /** Which bill is in work, counted from 0: the one to blame if the thread dies. −1: none yet. */
  get position(): number {
    return Atomics.load(this.#cells, 0);
  }

  set position(index: number) {
    Atomics.store(this.#cells, 0, index);
  }

  /** How many of them are done: more or fewer than the position where it jumps. */
  get done(): number {
    return Atomics.load(this.#cells, 2);
  }

  set done(count: number) {
    Atomics.store(this.#cells, 2, count);
  }

  get isStopped(): boolean {
    return Atomics.load(this.#cells, 1) !== 0;
  }

  stop(): void {
    Atomics.store(this.#cells, 1, 1);
  }
}
