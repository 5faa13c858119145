// The orderly end of the process at a signal: first readiness fails, then requests in flight are
// finished, then the threads end. It starts nothing.

import closeWithGrace from 'close-with-grace';
import type { Logger } from 'pino';
import { describeBug } from '../bug.ts';
import type { Readiness } from '../worker/renderer.ts';

export interface Closable {
  close(): Promise<unknown>;
}

/** Exits 0 when all parts are closed, in their order, within `shutdownMs`; else 1. */
export function endInOrder(parts: readonly Closable[], shutdownMs: number, log: Logger): void {
  const onTimeout = () => log.error('shutdown took too long');
  closeWithGrace({ delay: shutdownMs, logger: false, onTimeout }, async ({ err, signal }) => {
    if (err !== undefined) log.fatal({ bug: describeBug(err, 'process') }, 'unexpected error');
    log.info({ signal }, 'closing');
    for (const part of parts) await part.close();
    log.info('closed');
  });
}

export interface Door extends Closable {
  readiness(): Readiness;
}

/** The first part to close: load balancers get `drainMs` to see that nothing more is wanted. */
export function createDoor(readiness: () => Readiness, drainMs: number): Door {
  let isClosed = false;
  return {
    readiness: () =>
      isClosed ? { ready: false, reason: 'The service is shutting down.' } : readiness(),
    async close() {
      isClosed = true;
      await new Promise((resolve) => setTimeout(resolve, drainMs));
    },
  };
}
