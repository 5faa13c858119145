// The pipeline from a caller's JSON to bytes: parse → typeset → draw. Ten lines to read aloud.

import { parseBillJson } from '../bill/parse.ts';
import type { Bill } from '../bill/schema.ts';
import type { Attachment } from '../draw/attachment.ts';
import type { DocumentMetadata } from '../draw/metadata.ts';
import { pageModel } from '../draw/page-model.ts';
import { drawPdf } from '../draw/pdf.ts';
import { failure, type Outcome, success, type Warning } from '../fault.ts';
import { languagesOf, languageTag } from '../format/language.ts';
import { formatPeriod } from '../format/period.ts';
import type { Rendered, RenderOutcome, RenderTask } from '../worker/protocol.ts';
import type { Resources } from './resources.ts';
import { tracePage } from './trace-page.ts';
import { type TypesetBill, typesetBill } from './typeset-bill.ts';

export async function renderTask(task: RenderTask, resources: Resources): Promise<RenderOutcome> {
  const parsed = parseBillJson(task.json, { today: task.today });
  if (!parsed.ok) return parsed;
  const typeset = typesetBill(parsed.value, resources, { structured: isTagged(task) });
  const warnings = [...parsed.warnings, ...typeset.warnings];
  if (!typeset.ok) return failure(typeset.faults, warnings);
  const output = await draw(
    task,
    { bill: parsed.value, typeset: typeset.value, warnings },
    resources,
  );
  if (!output.ok) return failure(output.faults, warnings);
  return success(outcomeOf(parsed.value, typeset.value, output.value), warnings);
}

/** Only a document is tagged: page models and checks look the same in every profile. */
function isTagged({ profile, output }: RenderTask): boolean {
  return profile === 'archive' && (output === 'pdf' || output === 'png');
}

interface Ready {
  readonly bill: Bill;
  readonly typeset: TypesetBill;
  readonly warnings: readonly Warning[];
}

type Output = Pick<Rendered, 'bytes' | 'mediaType'>;

async function draw(
  task: RenderTask,
  ready: Ready,
  resources: Resources,
): Promise<Outcome<Output>> {
  switch (task.output) {
    case 'check':
      return success({ bytes: new Uint8Array(0), mediaType: 'application/json' });
    case 'page':
      return modelOf(ready, resources);
    case 'pdf':
      return success({ bytes: await pdfOf(task, ready, resources), mediaType: 'application/pdf' });
    case 'png': {
      // Late: most processes never draw a picture, and PDFium and its friends are large.
      const { rasterise } = await import('../draw/raster.ts');
      const bytes = await rasterise(await pdfOf(task, ready, resources), task.dpi);
      return success({ bytes, mediaType: 'image/png' });
    }
  }
}

function modelOf({ bill, typeset, warnings }: Ready, resources: Resources): Outcome<Output> {
  const { page, rung, layout } = typeset;
  const origins = tracePage(bill, typeset, resources);
  if (!origins.ok) return origins;
  const about = { layout: layout.reference, language: bill.language, rung };
  const context = { ...about, warnings, origins: origins.value };
  const bytes = new TextEncoder().encode(pageModel(page, context));
  return success({ bytes, mediaType: 'application/vnd.tolem.page+json' });
}

async function pdfOf(
  task: RenderTask,
  { bill, typeset }: Ready,
  resources: Resources,
): Promise<Uint8Array> {
  const { fonts, producer } = resources;
  const metadata = metadataOf(bill, typeset, producer);
  if (task.profile === 'print') return drawPdf(typeset.page, fonts, metadata);
  // Late: most processes draw prints only, and pdfkit with its friends is large.
  const { drawArchive } = await import('../draw/archive.ts');
  return drawArchive(typeset.page, fonts, metadata, attachmentOf(task));
}

/** The bill exactly as the caller sent it: what it means is decided here, what it says is not. */
function attachmentOf({ json }: RenderTask): Attachment {
  return {
    name: 'bill.json',
    mediaType: 'application/json',
    description: 'The bill as it was sent.',
    bytes: new TextEncoder().encode(json),
  };
}

/** The title names the kind of document and the period, never the payer: file lists show it. */
export function metadataOf(
  bill: Bill,
  { layout }: TypesetBill,
  producer: string,
): DocumentMetadata {
  const [language = 'kk'] = languagesOf(bill.language);
  const title = layout.file.title[language] ?? layout.file.title.kk;
  return {
    title: `${title}, ${formatPeriod(bill.period)}`,
    languageTag: languageTag(language),
    createdOn: bill.printedOn,
    layout: layout.reference,
    producer,
  };
}

function outcomeOf(bill: Bill, { layout }: TypesetBill, output: Output): Rendered {
  return {
    ...output,
    account: bill.account.number,
    period: bill.period,
    layout: layout.reference,
  };
}
