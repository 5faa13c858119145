// What the program must remember of batches, as an interface: each method is one transaction. The
// bulk (bills, rows, PDFs) is in files; here are states, counts, digests and rights.

import type {
  AuditEntry,
  Batch,
  BatchEvent,
  BatchStatus,
  Claim,
  NewVolume,
  Reject,
  SealedVolume,
  Volume,
} from './batch.ts';

/** What may change of a batch while it lives. */
export type BatchChange = Omit<
  Partial<Batch>,
  | 'id'
  | 'key'
  | 'retryOf'
  | 'options'
  | 'today'
  | 'createdAt'
  | 'pausedBy'
  | 'endedAt'
  | 'fault'
  | 'isTold'
> & {
  readonly pausedBy?: Batch['pausedBy'] | undefined;
  /** Undefined takes it away, for a batch that goes on after its end. */
  readonly endedAt?: string | undefined;
  readonly fault?: Batch['fault'] | undefined;
  readonly isTold?: Batch['isTold'] | undefined;
};

/**
 * Every method is durable when it resolves. Nothing here is particular to one database: a claim is
 * a row and a number, not a lock that is held.
 */
export interface BatchStore {
  /** False if another batch has the same id or key. */
  begin(batch: Batch): Promise<boolean>;
  get(id: string): Promise<Batch | undefined>;
  byKey(key: string): Promise<Batch | undefined>;
  /** The newest first. */
  list(): Promise<readonly Batch[]>;
  /** Some of the list: those that come after a place, or the first. */
  page(limit: number, after?: PagePlace): Promise<readonly Batch[]>;
  /**
   * Changes a batch whose status is one of `from` and notes the event, and the entry in the audit
   * if there is one; undefined if it is not, because then somebody else was faster.
   */
  advance(
    id: string,
    from: readonly BatchStatus[],
    change: BatchChange,
    entry?: AuditEntry,
  ): Promise<Batch | undefined>;
  /** The volumes and the change, or neither. */
  plan(id: string, volumes: readonly NewVolume[], change: BatchChange): Promise<boolean>;
  volumes(id: string): Promise<readonly Volume[]>;
  /** The next volume to be written, with an attempt of its own. */
  claim(id: string): Promise<Claim | undefined>;
  /** Volume and late rejects, or nothing and false if the claim is no longer the newest. */
  seal(claim: Claim, sealed: SealedVolume, rejects: readonly Reject[]): Promise<boolean>;
  /** Gives the volume back unwritten. */
  release(claim: Claim): Promise<void>;
  /** At the start: who held claims is gone. */
  releaseAll(): Promise<void>;
  /** Counts how often a bill took a thread with it; gives the count. */
  strike(id: string, line: number): Promise<number>;
  /** Forgets the threads that were lost at no bill. */
  pardon(id: string): Promise<void>;
  /** A bill that is given up before its volume is written. */
  giveUp(id: string, reject: Reject): Promise<void>;
  /** In the order of lines. */
  lateRejects(id: string): Promise<readonly Reject[]>;
  /** What happened after the event `after`, the oldest first. */
  events(id: string, after: number): Promise<readonly BatchEvent[]>;
  /**
   * The accounts of corrected lines of the batch `of` belong to the retry `by`, as long as both are
   * there; and where `of` is a retry itself, those of the batches before it too. Or the lines whose
   * accounts another retry has that is none of these; then none was taken.
   */
  takeRejects(of: string, by: string, lines: readonly RetriedLine[]): Promise<readonly number[]>;
  /** Adds to the audit, for good; false if the batch has an entry with this key. */
  note(entry: AuditEntry): Promise<boolean>;
  /** The oldest first; also of a batch that is removed. */
  audit(batch: string): Promise<readonly AuditEntry[]>;
  /** Computes the hashes of all entries again. */
  proveAudit(): Promise<AuditProof>;
  remove(id: string): Promise<void>;
  close(): Promise<void>;
}

/** Where strikes of no bill are counted. */
export const noLine = 0;

/** A place in the list of batches, whether or not its batch is still there. */
export type PagePlace = Pick<Batch, 'createdAt' | 'id'>;

/** A line of a retry that was accepted. */
export interface RetriedLine {
  readonly line: number;
  /** With the id of its layout: centres number their accounts each for itself. */
  readonly account: string;
}

/** The audit as its hashes tell it; `broken` counts entries from 1, the oldest first. */
export interface AuditProof {
  readonly entries: number;
  /** Hash of the last entry: who noted it sees whether the end was cut off. */
  readonly head: string;
  readonly broken: readonly number[];
}

/** Another process has it, or it is of a newer program. The message is for the operator. */
export class StoreUnavailable extends Error {}
