// What the application is given. Types only; who gives it is server/open.ts or a test.

import type { FastifyBaseLogger } from 'fastify';
import type { Batches } from '../batch/batches.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Outcome } from '../fault.ts';
import type { Versions } from '../version.ts';
import type { Readiness, Renderer } from '../worker/renderer.ts';
import type { LayoutCatalogue } from './layout-catalogue.ts';

/** Opened when they are first wanted; BATCHES_OFF where they cannot be had. */
export interface BatchAccess {
  open(): Promise<Outcome<Batches>>;
}

export interface Dependencies {
  readonly config: Config;
  readonly renderer: Renderer;
  readonly layouts: LayoutCatalogue;
  readonly batches: BatchAccess;
  readonly clock: Clock;
  readonly versions: Versions;
  /** Nothing is logged without it. */
  readonly log?: FastifyBaseLogger;
  /** The renderer's, unless the server is about to close. */
  readonly readiness?: () => Readiness;
}
