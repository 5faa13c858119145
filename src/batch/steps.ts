// The steps of a batch after its intake, each with the one order that survives a crash: files are
// written and synced, then get their names, then the store is told in one transaction.

import { open, rm } from 'node:fs/promises';
import type { Fault } from '../fault.ts';
import { accountIn } from './account-in.ts';
import type { Batch, Claim, Proof } from './batch.ts';
import { bugFault, deadly } from './blame.ts';
import { mostStrikes } from './check-chunk.ts';
import type { CrewAnswer, Hands } from './crew.ts';
import type { Reach } from './failpoint.ts';
import { type BatchFiles, draftOf, filesIn, seal } from './folder.ts';
import type { Progress, VolumeResult } from './protocol.ts';
import type { PickedSheet, SpooledSheet } from './spooled-sheet.ts';
import { type BatchStore, noLine } from './store.ts';
import type { VolumePlan } from './write-plan.ts';

export interface StepsOptions {
  readonly store: BatchStore;
  readonly crew: Hands;
  readonly folderOf: (id: string) => string;
  readonly now: () => Date;
  readonly reach: Reach;
}

/** `later`: nothing is lost, but now it does not go on. */
export type StepResult = 'done' | 'stopped' | 'disk-full' | 'later';

/** Something that trying again would not mend. */
export class BatchFailed extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

export class Steps {
  readonly #options: StepsOptions;

  constructor(options: StepsOptions) {
    this.#options = options;
  }

  /** From received lines to volumes that can be drawn. */
  async plan(batch: Batch): Promise<StepResult> {
    const { store, crew, reach } = this.#options;
    const files = this.#filesOf(batch);
    const task = { folder: files.folder, options: batch.options };
    const answer = await crew.run('plan', task);
    if (answer.kind === 'lost') return this.#countLoss(batch.id);
    if (answer.kind !== 'done') return resultOf(answer);
    const { volumes, sheets, warnings, proof: chosen, draft } = answer.value;
    await seal(draft, files.plan);
    const proof = await this.#drawProof(batch, chosen);
    if (typeof proof === 'string') return proof;
    const change = { status: 'planned', sheets, warnings, ...(proof && { proof }) } as const;
    await store.plan(batch.id, volumes, change);
    reach('planned');
    return 'done';
  }

  /** Before all volumes, so that somebody can look at it while they are drawn. */
  async #drawProof(
    batch: Batch,
    chosen: readonly PickedSheet[],
  ): Promise<Proof | StepResult | undefined> {
    if (chosen.length === 0) return undefined;
    const { store, crew, reach } = this.#options;
    const given = new Set((await store.lateRejects(batch.id)).map(({ line }) => line));
    const sheets = chosen.filter(({ sheet }) => !given.has(sheet.line));
    const files = this.#filesOf(batch);
    const { id, options, today } = batch;
    const task = { folder: files.folder, batch: id, options, today, sheets };
    const answer = await crew.run('proof', task);
    if (answer.kind === 'lost') return this.#strike(id, sheets[answer.position]?.sheet);
    if (answer.kind !== 'done') return resultOf(answer);
    if (answer.value === undefined) return undefined;
    await seal(draftOf(files.proof), files.proof);
    reach('proof-renamed');
    return answer.value;
  }

  /** One volume, sealed; or its claim given back. */
  async draw(batch: Batch, claim: Claim, progress: Progress): Promise<StepResult> {
    const { store } = this.#options;
    try {
      const answer = await this.#ask(batch, claim, progress);
      if (answer.kind === 'done') {
        await this.#seal(claim, answer.value);
        return 'done';
      }
      const result = await this.#blame(claim, answer);
      await this.#clear(claim);
      await store.release(claim);
      return result;
    } catch (error) {
      // What has failed is told, and not what failed because of it.
      await this.#clear(claim).catch(() => {});
      // A full disk may refuse even this; then the runner gives the claim back later.
      await store.release(claim).catch(() => {});
      throw error;
    }
  }

  /** What an attempt has written in vain would take the room that a full disk gets. */
  async #clear({ batch, volume }: Claim): Promise<void> {
    const files = filesIn(this.#options.folderOf(batch));
    for (const path of [files.volume(volume.number), files.rows(volume.number)]) {
      await rm(draftOf(path, volume.attempt), { force: true });
    }
  }

  /**
   * A thread ended although no bill was in work. Once or twice may be chance; a batch that ends
   * threads again and again would do so for ever.
   */
  async #countLoss(batch: string): Promise<StepResult> {
    if ((await this.#options.store.strike(batch, noLine)) < mostLosses) return 'later';
    throw new BatchFailed(threadsLost);
  }

  /** The end of a batch whose volumes are all sealed; `stopped` if somebody else ended it. */
  async finish(batch: Batch): Promise<Batch | StepResult> {
    const { store, crew, now, reach } = this.#options;
    const files = this.#filesOf(batch);
    const lateRejects = await store.lateRejects(batch.id);
    const volumes = await store.volumes(batch.id);
    const { accepted = 0, rejected = 0 } = batch.received ?? {};
    const { id, options, today, proof, warnings = [] } = batch;
    const counts = { accepted, rejected };
    const about = { folder: files.folder, batch: id, options, today, proof, warnings };
    const task = { ...about, volumes, lateRejects, counts };
    const answer = await crew.run('manifest', task);
    if (answer.kind === 'lost') return this.#countLoss(id);
    if (answer.kind !== 'done') return resultOf(answer);
    for (const file of [files.rejects, files.manifestCsv, files.manifestJson]) {
      await seal(draftOf(file), file);
    }
    reach('manifest-renamed');
    const hasRejects = rejected + lateRejects.length > 0;
    const status = hasRejects ? 'completed_with_rejects' : 'completed';
    const ended = { status, endedAt: now().toISOString(), results: answer.value } as const;
    const change = { ...ended, pausedBy: undefined };
    return (await store.advance(id, ['planned', 'running'], change)) ?? 'stopped';
  }

  async #ask(
    batch: Batch,
    { volume }: Claim,
    progress: Progress,
  ): Promise<CrewAnswer<VolumeResult>> {
    const { store, crew, now } = this.#options;
    if (batch.status === 'planned') {
      const startedAt = now().toISOString();
      await store.advance(batch.id, ['planned'], { status: 'running', startedAt });
    }
    const skip = (await store.lateRejects(batch.id)).map(({ line }) => line);
    const { folder } = this.#filesOf(batch);
    const { id, options, today } = batch;
    return crew.run('volume', { folder, batch: id, volume, options, today, skip }, progress);
  }

  async #seal(claim: Claim, { sealed, rejects }: VolumeResult): Promise<void> {
    const { store, reach } = this.#options;
    const { number, attempt } = claim.volume;
    const files = filesIn(this.#options.folderOf(claim.batch));
    reach('volume-written');
    await seal(draftOf(files.rows(number), attempt), files.rows(number));
    if (sealed.pages > 0) await seal(draftOf(files.volume(number), attempt), files.volume(number));
    else await rm(draftOf(files.volume(number), attempt));
    reach('volume-renamed');
    await store.seal(claim, sealed, rejects);
    reach('volume-committed');
  }

  /** The bill that a thread was at when it died. */
  async #blame(claim: Claim, answer: CrewAnswer<VolumeResult>): Promise<StepResult> {
    if (answer.kind !== 'lost' || answer.position < 0) return resultOf(answer);
    const files = filesIn(this.#options.folderOf(claim.batch));
    const { offset, length } = claim.volume.planAt;
    const plan: VolumePlan = JSON.parse(await readPart(files.plan, offset, length));
    const page = plan.pages[answer.position];
    return this.#strike(claim.batch, page?.kind === 'sheet' ? page : undefined);
  }

  /** At the second time the bill is given up. */
  async #strike(batch: string, sheet: SpooledSheet | undefined): Promise<StepResult> {
    if (sheet === undefined) return 'later';
    const { store, folderOf } = this.#options;
    const { line, offset, length } = sheet;
    if ((await store.strike(batch, line)) >= mostStrikes) {
      const text = await readPart(filesIn(folderOf(batch)).spool, offset, length);
      await store.giveUp(batch, { line, ...accountIn(text), faults: [deadly] });
    }
    return 'stopped';
  }

  #filesOf({ id }: Batch): BatchFiles {
    return filesIn(this.#options.folderOf(id));
  }
}

const mostLosses = 3;

const threadsLost: Fault = {
  code: 'WORKER_LOST',
  message:
    'Thread after thread ended while the batch was planned or its manifest was written. Give ' +
    'threads more memory (TOLEM_WORKER_MEMORY_MB), or send the bills in smaller batches.',
};

async function readPart(path: string, offset: number, length: number): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, offset);
    return buffer.toString('utf8');
  } finally {
    await handle.close();
  }
}

function resultOf(answer: CrewAnswer<unknown>): StepResult {
  if (answer.kind === 'bug') throw new BatchFailed(bugFault(answer.correlationId));
  if (answer.kind === 'disk-full' || answer.kind === 'stopped') return answer.kind;
  return 'later';
}
