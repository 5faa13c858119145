// What planning knows of an accepted bill. Types only; who fills them in has read the bill.

import type { Money } from '../bill/money.ts';
import type { Delivery } from '../bill/schema-party.ts';

/** What a plan must know of an accepted bill. */
export interface PlanEntry {
  /** Of the request, from 1. */
  readonly line: number;
  readonly account: string;
  readonly delivery?: Delivery | undefined;
  /** `totalDue`. */
  readonly amount: Money;
  /** `id@revision`. */
  readonly layout: string;
  /** What its page adds to a volume, measured or estimated. */
  readonly bytes: number;
  readonly risk: RiskFacts;
}

/** What makes a bill likely to print wrong, and so worth a look before the run. */
export interface RiskFacts {
  /** Lines of the table. */
  readonly lines: number;
  /** Characters of the longest name or address. */
  readonly longestName: number;
  /** The least `due` of its charges; below zero it is an overpayment. */
  readonly lowestDue: Money;
  /** The rung of the ladder that it needed, where it was typeset already. */
  readonly rung?: string | undefined;
}
