// Faults as RFC 9457 problem details: the only form in which HTTP reports an error. It does not
// know how a problem is sent.

import { z } from 'zod';
import { type Fault, type FaultCode, faultTable } from '../fault.ts';

export const problemType = 'application/problem+json';

// zod needs the literal names; faultTable is where they are written.
const faultCode = z.enum(Object.fromEntries(Object.keys(faultTable).map((code) => [code, code])));

const faultSchema = z
  .strictObject({
    code: faultCode.describe('What is wrong; the codes are stable.'),
    message: z.string().describe('What failed, why, and how to mend it.'),
    pointer: z.string().optional().describe('Place in the request, JSON pointer (RFC 6901).'),
    source: z.string().optional().describe('Place in the layout, file:line.'),
    details: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
      .optional()
      .describe('Figures and names of the message.'),
  })
  .meta({ id: 'Fault' });

/** The body of every answer that is an error. */
export const problemSchema = z
  .strictObject({
    type: z.string().describe('URN of the kind of problem, made from its code.'),
    title: z.string(),
    status: z.int(),
    code: faultCode.describe('The code of the fault that decided the status.'),
    detail: z.string(),
    instance: z.string().describe('URN of this very answer; quote it when asking for help.'),
    faults: z.array(faultSchema).describe('Everything that is wrong, not only the first.'),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457.' });

export type Problem = z.infer<typeof problemSchema>;

/** `requestId` is a UUID, the one the log knows the request by. */
export function problemOf(faults: readonly Fault[], requestId: string): Problem {
  const leading = leadingFault(faults);
  const { status, title } = faultTable[leading.code];
  const told = faults.map(tell);
  const others = faults.length - 1;
  return {
    type: `urn:tolem:problem:${leading.code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    code: leading.code,
    detail: others === 0 ? tell(leading).message : `${tell(leading).message} (And ${others} more.)`,
    instance: `urn:uuid:${requestId}`,
    faults: told,
  };
}

/**
 * The fault that decides the status: the first of ours (5xx), because the caller cannot mend
 * it and the same request may succeed later; else the first that was found.
 */
export function leadingFault(faults: readonly Fault[]): Fault {
  const leading = faults.find(({ code }) => faultTable[code].status >= 500) ?? faults[0];
  if (leading === undefined) throw new RangeError('a problem needs a fault');
  return leading;
}

/** Whole seconds after which the caller may come again, if a fault says so. */
export function retryAfterSeconds(faults: readonly Fault[]): number | undefined {
  const waits = faults.map(({ details }) => details?.retryAfterSeconds);
  const known = waits.filter((wait) => typeof wait === 'number');
  return known.length === 0 ? undefined : Math.max(...known);
}

// Where a layout package is at fault, file and line are for whoever runs the service: the log
// has them.
const forOperators: ReadonlySet<FaultCode> = new Set(['LAYOUT_BROKEN', 'LAYOUT_FAILED']);

function tell(fault: Fault): Problem['faults'][number] {
  if (forOperators.has(fault.code)) {
    const { title } = faultTable[fault.code];
    const message = `${title}. Quote the instance to whoever runs the service.`;
    return { code: fault.code, message };
  }
  const { details, ...plain } = fault;
  if (details === undefined) return plain;
  return { ...plain, details: Object.fromEntries(Object.entries(details).map(copyList)) };
}

function copyList([name, value]: [string, string | number | boolean | readonly string[]]) {
  return [name, typeof value === 'object' ? [...value] : value] as const;
}
