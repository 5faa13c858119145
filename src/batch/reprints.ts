// Reprints of finished batches: drawn, sealed and written into the audit, one of a batch after the
// other. A reprint is there when its entry is; what a crash leaves before that is drawn again.

import { rm } from 'node:fs/promises';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { AuditEntry, Batch, Reprint } from './batch.ts';
import type { Hands } from './crew.ts';
import { draftOf, filesIn, seal } from './folder.ts';
import { InTurn } from './in-turn.ts';
import { diskFull } from './intake.ts';
import { notReady } from './not-ready.ts';
import { type ReprintRequest, Selection } from './selection.ts';
import type { BatchStore } from './store.ts';

export interface ReprintsOptions {
  readonly store: BatchStore;
  readonly crew: Hands;
  readonly folderOf: (id: string) => string;
  readonly now: () => Date;
}

export class Reprints {
  readonly #options: ReprintsOptions;
  readonly #turns = new InTurn();

  constructor(options: ReprintsOptions) {
    this.#options = options;
  }

  async list(batch: string): Promise<readonly Reprint[]> {
    return (await this.#options.store.audit(batch)).flatMap(({ reprint }) => reprint ?? []);
  }

  /** The same key with the same sheets and reason is the same reprint, with others a fault. */
  print(batch: Batch, key: string, request: ReprintRequest): Promise<Outcome<Reprint>> {
    return this.#turns.run(batch.id, () => this.#print(batch, key, request));
  }

  async #print(batch: Batch, key: string, request: ReprintRequest): Promise<Outcome<Reprint>> {
    const { store, crew, folderOf, now } = this.#options;
    const { id, options, today, results } = batch;
    const audit = await store.audit(id);
    const known = audit.find((entry) => entry.key === key)?.reprint;
    if (results === undefined) return failure([notReady(batch, notEnded)]);
    if (new Selection(request).isUnusable) return failure([unusable]);
    const count = audit.filter(({ action }) => action === 'reprint').length;
    const number = known?.number ?? count + 1;
    const volumes = (await store.volumes(id)).filter(({ sealed }) => (sealed?.pages ?? 0) > 0);
    const sheets = { options, today, volumes, request, isDry: known !== undefined };
    const task = { folder: folderOf(id), batch: id, number, ...sheets };
    const answer = await crew.run('reprint', task);
    if (answer.kind === 'disk-full') return failure([diskFull]);
    if (answer.kind !== 'done') return failure([failed]);
    const { missing, sequences, sealed } = answer.value;
    if (known !== undefined)
      return isSame(known, request, sequences) ? success(known) : failure([otherSheets]);
    if (sealed === undefined) return failure([unknownSheets(missing)]);
    const path = filesIn(task.folder).reprint(number);
    await seal(draftOf(path), path);
    const reprint = { number, reason: request.reason, sequences, sealed };
    const at = now().toISOString();
    const entry: AuditEntry = { batch: id, at, action: 'reprint', key, reprint };
    if (await store.note(entry)) return success(reprint);
    await rm(path);
    return failure([failed]);
  }
}

/** Accounts are not kept in the audit, so what is compared is the sheets that they stand for. */
function isSame(known: Reprint, { reason }: ReprintRequest, sequences: readonly number[]): boolean {
  return known.reason === reason && String(known.sequences) === String(sequences);
}

const otherSheets: Fault = {
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: 'Other sheets were printed again with this key. Use a key of its own for each reprint.',
};

const notEnded = 'Only a batch that is completed can be printed again in part.';

const unusable: Fault = {
  code: 'REPRINT_INVALID',
  message: 'Name 1 to 5000 sheets by their sequence numbers or accounts.',
};

const failed: Fault = {
  code: 'WORKER_LOST',
  message: 'The sheets could not be drawn. Ask again; report a second failure.',
};

function unknownSheets(missing: number): Fault {
  const message = `${missing} sheets or accounts are not in this batch; nothing was printed.`;
  return { code: 'REPRINT_INVALID', message, details: { missing } };
}
