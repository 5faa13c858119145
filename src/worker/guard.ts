// Keeps bugs of the renderer from ending a thread or a command: what is thrown becomes an
// INTERNAL fault. It does not log; it hands the bug to whoever has a log.

import { randomUUID } from 'node:crypto';
import { type Bug, describeBug } from '../bug.ts';
import { failure, type Outcome } from '../fault.ts';
import type { RenderOutcome } from './protocol.ts';

/** Never rejects. `report` gets the bug; the caller gets only a number that leads to it. */
export async function guard(
  work: () => Promise<RenderOutcome>,
  report: (bug: Bug) => void,
): Promise<RenderOutcome> {
  try {
    return await work();
  } catch (error) {
    return internalFailure(error, report);
  }
}

export function internalFailure(error: unknown, report: (bug: Bug) => void): Outcome<never> {
  const correlationId = randomUUID();
  report(describeBug(error, correlationId));
  return failure([
    {
      code: 'INTERNAL',
      message: 'The renderer failed. Quote the correlation id to whoever runs the service.',
      details: { correlationId },
    },
  ]);
}
