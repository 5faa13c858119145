// Sheets of a finished batch as a ZIP of separate PDFs, drawn while it is read: threads draw a few
// sheets at a time, and no more than the reader takes. Nothing of it is kept.

import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { Batch, Volume } from './batch.ts';
import type { CrewAnswer, Hands } from './crew.ts';
import { notReady } from './not-ready.ts';
import { Progress, type SheetsResult, type SheetsTask } from './protocol.ts';
import type { SequenceRange } from './selection.ts';
import type { BatchStore } from './store.ts';
import { ZipDirectory } from './zip.ts';

export interface SheetFilesOptions {
  readonly store: BatchStore;
  readonly crew: Hands;
  readonly folderOf: (id: string) => string;
}

/** All sheets if nothing is said. */
export interface WantedSheets {
  readonly volume?: number | undefined;
  readonly sequences?: SequenceRange | undefined;
}

/** Drawn at once: some megabytes, and a thread is back for others in a fraction of a second. */
const sheetsAtOnce = 32;

/** The ZIP breaks off: a reader must not take it for a whole one. The message is for the log. */
export class SheetsBroken extends Error {}

export class SheetFiles {
  readonly #options: SheetFilesOptions;

  constructor(options: SheetFilesOptions) {
    this.#options = options;
  }

  /**
   * The ZIP in pieces. What can go wrong at the beginning is a fault; later the generator throws
   * SheetsBroken. Who does not read it to the end calls its `return`.
   */
  async zip(batch: Batch, wanted: WantedSheets): Promise<Outcome<AsyncGenerator<Uint8Array>>> {
    const { store, folderOf } = this.#options;
    if (batch.results === undefined) return failure([notReady(batch, notEnded)]);
    const { id, options, today } = batch;
    const skip = (await store.lateRejects(id)).map(({ line }) => line);
    const about = { folder: folderOf(id), batch: id, options, today, skip };
    const tasks = (await store.volumes(id)).flatMap((volume) =>
      portionsOf(volume, wanted).map((portion) => ({ ...about, ...portion })),
    );
    const [first, ...others] = tasks;
    if (first === undefined) return failure([noSheets]);
    const drawing = this.#draw(first);
    if ((await drawing.answer).kind !== 'done') return failure([failed]);
    return success(this.#pieces(drawing, others, today));
  }

  /** The next portion is drawn while the reader takes this one. */
  async *#pieces(
    first: Drawing,
    others: readonly SheetsTask[],
    today: string,
  ): AsyncGenerator<Uint8Array> {
    const directory = new ZipDirectory(today);
    let drawing: Drawing | undefined = first;
    try {
      for (let index = 0; drawing !== undefined; index += 1) {
        const answer: CrewAnswer<SheetsResult> = await drawing.answer;
        if (answer.kind !== 'done') throw new SheetsBroken(`the sheets broke off: ${answer.kind}`);
        const next: SheetsTask | undefined = others[index];
        drawing = next && this.#draw(next);
        for (const entry of answer.value.entries) directory.add(entry);
        if (answer.value.bytes.length > 0) yield answer.value.bytes;
      }
      yield* directory.finish();
    } finally {
      drawing?.progress.stop();
    }
  }

  #draw(task: SheetsTask): Drawing {
    const progress = new Progress();
    return { progress, answer: this.#options.crew.run('sheets', task, progress) };
  }
}

interface Drawing {
  readonly progress: Progress;
  readonly answer: Promise<CrewAnswer<SheetsResult>>;
}

/** The wanted sheets of a volume, as many at once as a thread is given. */
function portionsOf(
  { number, firstSequence, sheets, planAt, sealed }: Volume,
  { volume = number, sequences }: WantedSheets,
): readonly Pick<SheetsTask, 'volume' | 'first' | 'last'>[] {
  if (volume !== number || (sealed?.pages ?? 0) === 0) return [];
  const start = Math.max(firstSequence, sequences?.first ?? 1);
  const end = Math.min(firstSequence + sheets - 1, sequences?.last ?? Number.POSITIVE_INFINITY);
  const count = Math.max(0, Math.ceil((end - start + 1) / sheetsAtOnce));
  return Array.from({ length: count }, (_, index) => {
    const first = start + index * sheetsAtOnce;
    return {
      volume: { number, planAt },
      first,
      last: Math.min(end, first + sheetsAtOnce - 1),
    };
  });
}

const notEnded = 'Only the sheets of a batch that is completed can be had one by one.';

const noSheets: Fault = {
  code: 'BATCH_UNKNOWN',
  message: 'The batch has no such sheets. Its volumes say which sequence numbers there are.',
};

const failed: Fault = {
  code: 'WORKER_LOST',
  message: 'The sheets could not be drawn. Ask again; report a second failure.',
};
