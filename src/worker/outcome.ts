// What a thread answered, or how it ended, as an outcome: the only place that knows piscina's
// texts. It decides nothing about retrying.

import type { Bug } from '../bug.ts';
import { failure, type Outcome, success } from '../fault.ts';
import { internalFailure } from './guard.ts';
import type { Greeting, RenderOutcome } from './protocol.ts';

/** A module that is not ours may answer anything; only outcomes pass. */
export function outcomeOf(answer: unknown, report: (bug: Bug) => void): RenderOutcome {
  if (isOutcome(answer)) return answer;
  return internalFailure(new TypeError('a thread answered something else'), report);
}

/** `timeoutMs` is given when the time-out ended the thread. */
export function outcomeOfLoss(
  error: unknown,
  timeoutMs: number | undefined,
  report: (bug: Bug) => void,
): RenderOutcome {
  if (timeoutMs !== undefined) return timedOut(timeoutMs, 'running');
  if (!(error instanceof Error)) return internalFailure(error, report);
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return lost('memory', 'it used up its memory; the bill may be too large');
  }
  if (error.message.startsWith('worker exited with code: ')) {
    return lost('exit', 'it ended in the middle of the work');
  }
  if (error.message === 'Terminating worker thread') {
    return lost('exit', 'it was ended with the service');
  }
  return internalFailure(error, report);
}

/** `stage` tells a bill that no thread took in time from one that took too long. */
export function timedOut(limitMs: number, stage: 'waiting' | 'running'): Outcome<never> {
  const what = stage === 'waiting' ? 'No thread was free' : 'The rendering did not end';
  const message = `${what} within ${limitMs} ms. Send the bill again; report a second failure.`;
  return failure([{ code: 'RENDER_TIMEOUT', message, details: { limitMs, stage } }]);
}

export function lost(reason: 'exit' | 'memory' | 'start', why: string): Outcome<never> {
  const message = `The rendering thread was lost: ${why}.`;
  return failure([{ code: 'WORKER_LOST', message, details: { reason } }]);
}

/** What threads say when they start; `unstarted` is for those that cannot. */
export function greetingOf(answer: unknown): Outcome<Greeting> {
  if (isGreeting(answer)) return success(answer);
  return unstarted('The threads say something else than which layouts they have.');
}

/** `reason` is a sentence for the operator. */
export function unstarted(reason: string): Outcome<never> {
  return failure([{ code: 'WORKER_LOST', message: reason, details: { reason: 'start' } }]);
}

function isGreeting(answer: unknown): answer is Greeting {
  return isRecord(answer) && Array.isArray(answer.layouts);
}

function isOutcome(answer: unknown): answer is RenderOutcome {
  if (!isRecord(answer) || !Array.isArray(answer.warnings)) return false;
  if (answer.ok === false) return Array.isArray(answer.faults) && answer.faults.length > 0;
  return answer.ok === true && isRecord(answer.value) && answer.value.bytes instanceof Uint8Array;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
