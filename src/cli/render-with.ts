// A bill → bytes, by the renderer of this process or by a running service. Both say what is wrong
// in the same faults; callers do not see which it was.

import { z } from 'zod';
import { type Fault, failure, faultTable, type Outcome, success } from '../fault.ts';
import { type OutputKind, resolution } from '../worker/protocol.ts';
import { type Engine, UsageError } from './command.ts';

export type Render = (json: string, output: Wanted) => Promise<Outcome<Uint8Array>>;

export interface Wanted {
  readonly output: Extract<OutputKind, 'pdf' | 'png' | 'page'>;
  /** Pixels per inch, for `png`. */
  readonly dpi?: number;
}

export function renderHere(engine: Engine): Render {
  return async (json, { output, dpi = resolution.preset }) => {
    const today = engine.clock.today();
    const outcome = await engine.render({ json, output, profile: 'print', dpi, today });
    return outcome.ok ? success(outcome.value.bytes) : failure(outcome.faults);
  };
}

const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  page: 'application/vnd.tolem.page+json',
} as const;

/** The service at an address; it is asked one thing after another, so as not to crowd it. */
export function renderAt(address: string): Render {
  const base = addressOf(address);
  return async (json, { output, dpi }) => {
    const url = new URL('v1/bills', base);
    if (dpi !== undefined) url.searchParams.set('dpi', String(dpi));
    const headers = { 'content-type': 'application/json', accept: mediaTypes[output] };
    const response = await fetch(url, { method: 'POST', headers, body: json }).catch((error) => {
      throw new UnreachableError(`${base.origin} does not answer (${reasonOf(error)}).`);
    });
    if (response.ok) return success(new Uint8Array(await response.arrayBuffer()));
    return failure(faultsOf(await response.text(), response.status));
  };
}

/** The service cannot be asked at all: that says nothing of any bill. */
export class UnreachableError extends Error {}

function addressOf(address: string): URL {
  const url = URL.parse(address.endsWith('/') ? address : `${address}/`);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError('--url is the address of a service, for instance http://localhost:8080.');
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
}

const problem = z.object({
  faults: z
    .array(
      z.object({
        code: z.string(),
        message: z.string(),
        pointer: z.string().optional(),
        source: z.string().optional(),
      }),
    )
    .min(1),
});

/** What is no problem of ours, as a proxy may answer, is a fault of the service. */
function faultsOf(body: string, status: number): readonly Fault[] {
  const parsed = problem.safeParse(parseJson(body));
  if (!parsed.success) {
    return [{ code: 'INTERNAL', message: `The service answered with status ${status}.` }];
  }
  return parsed.data.faults.map(({ code, message, pointer, source }) => ({
    code: isCode(code) ? code : 'INTERNAL',
    message,
    ...(pointer === undefined ? {} : { pointer }),
    ...(source === undefined ? {} : { source }),
  }));
}

function isCode(code: string): code is keyof typeof faultTable {
  return Object.hasOwn(faultTable, code);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
