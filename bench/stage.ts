// How long each stage of one bill takes. It takes the steps of src/render one by one, in their
// order; a test holds the page against the one that src/render makes.

import { parseBillJson } from '../src/bill/parse.ts';
import { composeSheet } from '../src/compose/compose.ts';
import { viewBill } from '../src/compose/view.ts';
import { deflate, quick } from '../src/draw/deflate.ts';
import type { DocumentMetadata } from '../src/draw/metadata.ts';
import { drawPdf } from '../src/draw/pdf.ts';
import { drawAlone } from '../src/draw/split-pdf.ts';
import type { Outcome } from '../src/fault.ts';
import { findLayout } from '../src/layout/catalogue.ts';
import { checkAgainstLayout } from '../src/render/check-layout.ts';
import type { Resources } from '../src/render/resources.ts';
import { editionsFor } from '../src/render/typeset-bill.ts';
import { fitSheet } from '../src/typeset/fit.ts';
import type { Page } from '../src/typeset/page.ts';
import { processorMs } from './processor-time.ts';
import { today } from './subject.ts';

/** In the order they run; `check` is what the layout asks of the bill beyond the contract. */
export const stageNames = [
  'parse',
  'check',
  'compose',
  'typeset',
  'content',
  'deflate',
  'assemble',
] as const;

/** Milliseconds of the processor. */
export type StageTimes = Record<(typeof stageNames)[number], number>;

export interface StagedBill {
  readonly page: Page;
  /** The content stream of the page, before it is deflated. */
  readonly content: Uint8Array;
  readonly times: StageTimes;
}

/** Throws if the bill cannot be rendered. */
export function timeStages(json: string, resources: Resources): StagedBill {
  const watch = new Watch();
  const bill = watch.time('parse', () => needed(parseBillJson(json, { today })));
  const layout = needed(findLayout(resources.catalogue, bill.layout, bill.period));
  const faults = watch.time('check', () => checkAgainstLayout(bill, layout, resources.measure));
  if (faults.length > 0) throw new Error('the layout refuses the bill');
  const viewed = watch.time('compose', () =>
    viewBill(bill, layout.file.settlementCentre, layout.notices),
  );
  const editions = editionsFor(bill, layout);
  const rungs = editions.map(({ rung }) => rung);
  const composeAt = (index: number) => {
    const edition = editions[index];
    if (edition === undefined) throw new RangeError(`there is no rung ${index}`);
    return watch.time('compose', () => composeSheet(viewed, layout, edition));
  };
  const { page } = watch.time('typeset', () =>
    needed(fitSheet({ rungs, composeAt }, resources.measure)),
  );
  const { fonts, producer } = resources;
  const content = timeDrawing(page, { fonts, metadata: { ...metadata, producer } }, watch);
  return { page, content, times: watch.times };
}

/** `drawPdf` does all three at once, so what is left of it is the assembling. */
function timeDrawing(
  page: Page,
  { fonts, metadata }: { fonts: Resources['fonts']; metadata: DocumentMetadata },
  watch: Watch,
): Uint8Array {
  const { content, splices } = watch.time('content', () => drawAlone(page, fonts));
  watch.time('deflate', () => deflate(content, quick, splices));
  watch.time('assemble', () => drawPdf(page, fonts, metadata));
  const { times } = watch;
  times.assemble = Math.max(0, times.assemble - times.content - times.deflate);
  return content;
}

/** Adds up times by stage; a stage within another is taken off the outer one. */
class Watch {
  readonly times: StageTimes = {
    parse: 0,
    check: 0,
    compose: 0,
    typeset: 0,
    content: 0,
    deflate: 0,
    assemble: 0,
  };
  #inner = 0;

  time<T>(stage: keyof StageTimes, work: () => T): T {
    const outer = this.#inner;
    this.#inner = 0;
    const start = processorMs();
    const result = work();
    const taken = processorMs() - start;
    this.times[stage] += taken - this.#inner;
    this.#inner = outer + taken;
    return result;
  }
}

function needed<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.faults.map(({ message }) => message).join('\n'));
}

const metadata: Omit<DocumentMetadata, 'producer'> = {
  title: 'Benchmark',
  languageTag: 'kk-KZ',
  createdOn: today,
  layout: 'benchmark@1',
};
