// Why a thread cannot start, on its way to the main thread: Node carries an error's own properties
// across when a thread dies of it, while an error of a task loses them.

import type { Fault } from '../fault.ts';

/** The text is for the operator: it ends in /readyz and the log. */
export function startError(faults: readonly Fault[]): Error {
  return Object.assign(new Error(faults.map(({ message }) => message).join(' ')), { faults });
}

/** None if it is not of our making. */
export function startFaults(error: unknown): readonly Fault[] {
  if (!(error instanceof Error) || !('faults' in error)) return [];
  return Array.isArray(error.faults) ? error.faults : [];
}
