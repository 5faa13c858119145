// Every maximum of the contract in one table. What fits on a sheet is decided by measuring.

/** Characters. Longer names of fields are no names of ours and are not worth repeating. */
export const longestFieldName = 40;

/**
 * Entries at most. Generous on purpose: beyond them a bill is a mistake, below them typeset says
 * with millimetres whether the sheet holds it.
 */
export const maxEntries = {
  charges: 200,
  chargeLines: 24,
  chargeMeters: 24,
  consumptionHistory: 60,
  historyMonths: 13,
  houseMeters: 20,
  meters: 60,
  notices: 60,
  paymentCodes: 4,
  phones: 6,
  readingChannels: 12,
  suppliers: 40,
  tariffs: 60,
} as const;

/** Characters at most, as code points; `payload` is the largest. */
export const maxLength = {
  account: 32,
  address: 240,
  caption: 120,
  contract: 60,
  email: 120,
  hours: 60,
  id: 40,
  label: 120,
  name: 160,
  noticeText: 900,
  number: 40,
  part: 60,
  payer: 160,
  payload: 1000,
  payloadValue: 300,
  phone: 40,
  purpose: 240,
  reason: 160,
  serial: 40,
  service: 120,
  site: 120,
} as const;

/** Objects, lists and leaves of a bill; a sheet that is full to the edge has about 2 500. */
export const maxValues = 20_000;

/** Levels of nesting; the contract itself needs 7. */
export const maxDepth = 12;

/** Faults reported at once: enough to mend a bill, too few to make the answer a burden. */
export const maxFaults = 100;
