// The places at which a crash is most interesting. Nothing happens there in production; crash
// tests end the process.

export const failpoints = [
  /** The lines are on the disk, the store does not know it. */
  'spooled',
  /** The store knows; the caller has no answer yet. */
  'accepted',
  /** The proof has its name; the store knows of no plan. */
  'proof-renamed',
  'planned',
  /** The files of a volume are on the disk under their drafts' names. */
  'volume-written',
  /** They have their names; the store does not know it. */
  'volume-renamed',
  'volume-committed',
  'manifest-renamed',
] as const;

export type Failpoint = (typeof failpoints)[number];

export type Reach = (point: Failpoint) => void;
