// Carries faults through fastify, whose hooks and parsers report by throwing. It leaves this
// folder never: errorHandler turns it back into faults.

import type { Fault } from '../fault.ts';

export class FaultError extends Error {
  readonly faults: readonly Fault[];
  /** Headers that belong to the answer, such as Accept with 415. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(faults: readonly Fault[], headers: Readonly<Record<string, string>> = {}) {
    super(faults.map(({ code }) => code).join(', '));
    this.faults = faults;
    this.headers = headers;
  }
}
