// The manifest of a finished batch: every sheet, and totals that a print house counts against. As
// JSON and as CSV, both drafts at the end. Rows are copied from what the volumes left behind.

import { moneyText } from '../bill/money.ts';
import type { Proof, Reject, SealedVolume, Volume } from './batch.ts';
import { Draft, writeDraft } from './draft.ts';
import { draftOf, filesIn, shortName } from './folder.ts';
import { csvHead, csvRow } from './manifest-csv.ts';
import type { ManifestHead, ManifestVolume } from './manifest-schema.ts';
import type { ManifestResult, ManifestTask, Progress } from './protocol.ts';
import { manifestJoints } from './read-manifest.ts';
import { readRows } from './read-rows.ts';
import { batchChain, volumeChain } from './sheet-row.ts';
import { proceedTo } from './stopped.ts';

/** Progress shows that the thread lives, however many rows there are. */
export function writeManifest(task: ManifestTask, progress: Progress): ManifestResult {
  const files = filesIn(task.folder);
  const volumes = task.volumes.map((volume) => sealedOf(volume, files.volume(volume.number)));
  const rejects = writeDraft(draftOf(files.rejects), (out) => writeRejects(task, out));
  const csv = new Draft(draftOf(files.manifestCsv));
  try {
    csv.text(csvHead);
    const json = writeDraft(draftOf(files.manifestJson), (out) => {
      // The head on one line and a sheet on each other line: readable row by row.
      const head = JSON.stringify(headOf(task, volumes));
      out.text(`${head.slice(0, -1)}${manifestJoints.begin}`);
      let separator = '\n';
      let index = 0;
      for (const text of rowsOf(task)) {
        proceedTo(index, progress);
        index += 1;
        out.text(separator + text);
        csv.text(csvRow(JSON.parse(text)));
        separator = ',\n';
      }
      out.text(`\n${manifestJoints.end}\n`);
    });
    return { json, csv: csv.finish(), rejects };
  } catch (error) {
    csv.abandon();
    throw error;
  }
}

function sealedOf({ number, firstSequence, sealed }: Volume, path: string): ManifestVolume {
  if (sealed === undefined) throw new RangeError('a volume is not sealed');
  const { bytes, sha256, pages, sheets, bills, amount, chain } = sealed;
  return {
    number,
    file: `volumes/${shortName(path)}`,
    firstSequence,
    pages,
    sheets,
    bills,
    amount: moneyText(amount),
    bytes,
    sha256,
    chain,
  };
}

function headOf(task: ManifestTask, volumes: readonly ManifestVolume[]): ManifestHead {
  const chain = batchChain(task.batch);
  for (const volume of volumes) chain.add(volume.chain);
  const sum = (value: (sealed: SealedVolume) => number) =>
    task.volumes.reduce(
      (total, { sealed }) => total + (sealed === undefined ? 0 : value(sealed)),
      0,
    );
  const { accepted, rejected } = task.counts;
  const late = task.lateRejects.length;
  return {
    batch: task.batch,
    date: task.today,
    options: task.options,
    lines: accepted + rejected,
    accepted: accepted - late,
    rejected: rejected + late,
    bills: sum(({ bills }) => bills),
    sheetCount: sum(({ sheets }) => sheets),
    amount: moneyText(sum(({ amount }) => amount)),
    chain: chain.head,
    volumes,
    ...(task.proof && { proof: proofOf(task.proof) }),
    warnings: task.warnings.map(({ code, message, details }) => ({
      code,
      message,
      ...(details && { details }),
    })),
  };
}

function proofOf({ pages, bytes, sha256 }: Proof): NonNullable<ManifestHead['proof']> {
  return { file: 'proof.pdf', pages, bytes, sha256 };
}

/** Rows that are not those which were sealed with their volume would prove nothing. */
function* rowsOf({ folder, batch, volumes }: ManifestTask): Generator<string> {
  const files = filesIn(folder);
  for (const { number, sealed } of volumes) {
    const chain = volumeChain(batch, number);
    for (const { text } of readRows(files.rows(number))) {
      chain.add(text);
      yield text;
    }
    if (chain.head !== sealed?.chain) throw new RangeError('the rows of a volume were changed');
  }
}

/** Those of the intake and those of the volumes, in the order of lines. */
function writeRejects({ folder, lateRejects }: ManifestTask, out: Draft): void {
  const add = (reject: Reject) => out.text(`${JSON.stringify(reject)}\n`);
  let next = 0;
  for (const { text } of readRows(filesIn(folder).intakeRejects)) {
    const { line }: Reject = JSON.parse(text);
    for (const late of lateRejects.slice(next)) {
      if (late.line > line) break;
      add(late);
      next += 1;
    }
    out.text(`${text}\n`);
  }
  for (const late of lateRejects.slice(next)) add(late);
}
