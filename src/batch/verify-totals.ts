// Counts, sums, order and chains of a manifest against its own rows. Pure.

import { type Money, moneyText } from '../bill/money.ts';
import type { Finding } from './finding.ts';
import type { ManifestHead, ManifestVolume } from './manifest-schema.ts';
import { batchChain, rowText, type SheetRow, volumeChain } from './sheet-row.ts';

/** Sequence numbers only rise, and with them the places in the pile. Gaps are late rejects. */
export function* checkOrder(
  rows: readonly SheetRow[],
  last: SheetRow | undefined,
): Generator<Finding> {
  let before = last;
  for (const row of rows) {
    const isNext =
      before === undefined ||
      (row.sequence > before.sequence &&
        (row.volume > before.volume || (row.volume === before.volume && liesUnder(row, before))));
    if (!isNext) yield inManifest(`Sheet ${row.sequence} stands after sheet ${before?.sequence}.`);
    before = row;
  }
}

/** In the pile of their volume, where the right half lies under the left one. */
function liesUnder(row: SheetRow, before: SheetRow): boolean {
  if (row.side === before.side) return row.page > before.page;
  return row.side === 'right' && before.side === 'left';
}

/** Of the batch over its volumes. */
export function* checkTotals(head: ManifestHead): Generator<Finding> {
  const { volumes } = head;
  const chain = batchChain(head.batch);
  for (const volume of volumes) chain.add(volume.chain);
  if (chain.head !== head.chain) yield inManifest('The chain over the volumes does not close.');
  const sum = (value: (volume: ManifestVolume) => number) =>
    volumes.reduce((total, volume) => total + value(volume), 0);
  const sheets = sum((volume) => volume.sheets);
  yield* compare('sheets of the batch', head.sheetCount, sheets);
  const bills = sum((volume) => volume.bills);
  yield* compare('bills of the batch', head.bills, bills);
  yield* compareAmount('amount of the batch', head.amount, volumes);
  yield* compare('lines of the batch', head.lines, head.accepted + head.rejected);
  yield* compare('accepted bills', head.accepted, head.bills);
}

export function* checkVolumeTotals(
  { batch }: ManifestHead,
  volume: ManifestVolume,
  rows: readonly SheetRow[],
): Generator<Finding> {
  const chain = volumeChain(batch, volume.number);
  const bills = rows.filter(({ copy }) => copy === 1);
  for (const row of rows) chain.add(rowText(row));
  const place = `volume ${volume.number}`;
  if (chain.head !== volume.chain) yield inManifest(`The chain of ${place} does not close.`);
  yield* compare(`sheets of ${place}`, volume.sheets, rows.length);
  yield* compare(`bills of ${place}`, volume.bills, bills.length);
  yield* compareAmount(`amount of ${place}`, volume.amount, bills);
  if (rows.some(({ page }) => page > volume.pages)) {
    yield inManifest(`Sheets of ${place} name pages that it does not have.`);
  }
}

function* compareAmount(
  what: string,
  told: string,
  parts: readonly { readonly amount: string }[],
): Generator<Finding> {
  let sum = 0;
  for (const { amount } of parts) {
    const tiyn = tiynOf(amount);
    if (tiyn === undefined) {
      yield inManifest(`The ${what}: a part of it is no amount.`);
      return;
    }
    sum += tiyn;
  }
  yield* compare(what, told, moneyText(sum));
}

/** Of a sum too, which may be larger than any amount of a bill. */
function tiynOf(amount: string): Money | undefined {
  return /^-?\d{1,15}\.\d{2}$/.test(amount) ? Number(amount.replace('.', '')) : undefined;
}

function* compare<T extends string | number>(what: string, told: T, found: T): Generator<Finding> {
  if (told !== found) yield inManifest(`The ${what}: ${told} is written, ${found} is right.`);
}

export function inManifest(message: string): Finding {
  return { file: 'manifest.json', message };
}
