// What crosses the thread boundary: plain data only. It knows neither piscina nor fastify.

import type { Fault, Warning } from '../fault.ts';

/** `page` is the page model as JSON; `check` renders nothing but says all that rendering would. */
export type OutputKind = 'pdf' | 'png' | 'page' | 'check';

/** What a document is made for; HTTP and the command line offer these. */
export const profiles = ['print', 'archive'] as const;

export type Profile = (typeof profiles)[number];

/** Pixels per inch of a picture. 150 is the least at which scanners read every code from it. */
export const resolution = { least: 36, preset: 150, most: 300 } as const;

export interface RenderTask {
  /**
   * The bill as the caller sent it: raw JSON text. Parsing it in the worker is cheaper than a
   * structured clone.
   */
  readonly json: string;
  readonly output: OutputKind;
  readonly profile: Profile;
  /** Pixels per inch, for `png`. */
  readonly dpi: number;
  /** YYYY-MM-DD in the configured zone: the default print date. The clock enters only here. */
  readonly today: string;
}

export interface Rendered {
  /** Owns its memory, so that it can be moved between threads. Empty for `check`. */
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** For file names: digits and letters of the account, period as YYYY-MM. */
  readonly account: string;
  readonly period: string;
  /** Resolved, with revision: `<id>@<revision>`. */
  readonly layout: string;
}

export type RenderOutcome =
  | { readonly ok: true; readonly value: Rendered; readonly warnings: readonly Warning[] }
  | {
      readonly ok: false;
      readonly faults: readonly Fault[];
      readonly warnings: readonly Warning[];
    };

/** What a thread is told when it starts. */
export interface WorkerSettings {
  readonly layoutsDir: string;
  readonly fontsDir: string;
  /** Bills as JSON text that it renders before it says that it has started. */
  readonly samples: readonly string[];
  /** The print date of the samples. */
  readonly today: string;
}

/** What a thread says when it has started. */
export interface Greeting {
  /** In the order of ids, then of revisions. */
  readonly layouts: readonly LayoutSummary[];
}

/** One revision of a layout, as callers choose it. Periods are YYYY-MM, both ends included. */
export interface LayoutSummary {
  readonly id: string;
  readonly revision: number;
  readonly title: { readonly kk: string; readonly ru: string; readonly en?: string };
  readonly languages: readonly string[];
  /** SHA-256 of the package, hexadecimal: it differs where paper may. */
  readonly digest: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}
