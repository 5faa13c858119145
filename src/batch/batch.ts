// What a batch is, as plain data: types and the words for its states. It does nothing.

import type { Fault, Warning } from '../fault.ts';
import type { BatchOptions } from './options.ts';

/** The last four are ends: nothing leaves them but one that failed, which may be tried again. */
export const batchStatuses = [
  'receiving',
  'planned',
  'running',
  'completed',
  'completed_with_rejects',
  'failed',
  'cancelled',
] as const;

export type BatchStatus = (typeof batchStatuses)[number];

/** Those from which it goes on. */
export const alive: readonly BatchStatus[] = batchStatuses.slice(0, 3);

export function hasEnded({ status }: Pick<Batch, 'status'>): boolean {
  return !alive.includes(status);
}

/** A file that never changes again. */
export interface SealedFile {
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

export interface Batch {
  readonly id: string;
  /** The caller's Idempotency-Key; the command line has none. */
  readonly key?: string;
  /** The batch whose rejects these lines correct. */
  readonly retryOf?: string;
  readonly status: BatchStatus;
  readonly options: BatchOptions;
  /** YYYY-MM-DD: the print date of bills that give none, whenever they are drawn. */
  readonly today: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly endedAt?: string;
  /** When the first volume was begun. */
  readonly startedAt?: string;
  /** Set when the whole request was read and is safe on the disk. */
  readonly received?: Received;
  /** Sheets in all volumes, known with the plan. */
  readonly sheets?: number;
  /** What the plan is worth knowing for: known with it. */
  readonly warnings?: readonly Warning[];
  /** Of a batch that was asked for one. */
  readonly proof?: Proof;
  /** Why it waits although it is not at its end. */
  readonly pausedBy?: 'disk-full';
  /** Why it failed. */
  readonly fault?: Fault;
  /** Of a batch that is completed. */
  readonly results?: {
    readonly json: SealedFile;
    readonly csv: SealedFile;
    readonly rejects: SealedFile;
  };
  /** Whoever wanted to know of the end was told, or given up. */
  readonly isTold?: true;
  /** Bills that were accepted and could not be drawn in the end. */
  readonly lateRejects: number;
}

/** What was read: lines that hold something are `accepted` + `rejected`. */
export interface Received {
  /** SHA-256 of the request after decompression, hexadecimal. */
  readonly digest: string;
  readonly bytes: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Sum of the accepted bills, whole tiyn. */
  readonly amount: number;
}

/** Some sheets that were drawn before all others. */
export interface Proof extends SealedFile {
  readonly pages: number;
}

export interface NewVolume {
  /** From 1, without gaps. */
  readonly number: number;
  readonly firstSequence: number;
  readonly sheets: number;
  /** Where the plan of this volume stands in the plan file. */
  readonly planAt: { readonly offset: number; readonly length: number };
}

export interface SealedVolume extends SealedFile {
  /** Of the file with one row a sheet. */
  readonly rows: SealedFile;
  readonly pages: number;
  /** Sheets drawn: those planned less those rejected at the last moment. */
  readonly sheets: number;
  readonly bills: number;
  readonly amount: number;
  /** Head of the hash chain over its rows. */
  readonly chain: string;
}

export interface Volume extends NewVolume {
  readonly status: 'planned' | 'running' | 'sealed';
  /** Counts up at each claim; who holds an older number may change nothing. */
  readonly attempt: number;
  readonly sealed?: SealedVolume;
}

/** The right to write one volume. */
export interface Claim {
  readonly batch: string;
  readonly volume: Volume;
}

/** A line that did not become a sheet, and why. */
export interface Reject {
  /** Line of the request, from 1. */
  readonly line: number;
  /** Where it could be read. */
  readonly account?: string;
  readonly faults: readonly Fault[];
}

/** Something that happened to a batch, in the order in which it happened. */
export interface BatchEvent {
  readonly id: number;
  readonly type: 'status' | 'volume' | 'paused' | 'resumed';
  readonly at: string;
  readonly status: BatchStatus;
  readonly volume?: number;
}

/** Something that somebody did to a batch. It names no payer. */
export interface AuditEntry {
  readonly batch: string;
  readonly at: string;
  readonly action: 'cancel' | 'resume' | 'remove' | 'reprint';
  /** The caller's Idempotency-Key, of a reprint. */
  readonly key?: string;
  readonly reprint?: Reprint;
}

export interface Reprint {
  /** From 1, within the batch. */
  readonly number: number;
  readonly reason: string;
  readonly sequences: readonly number[];
  readonly sealed: SealedFile;
}
