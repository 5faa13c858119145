// Query parameters by a zod schema: every wrong one becomes a fault that names the parameter and
// its rule. The value is not repeated: a query may hold what must not reach a log.

import type { z } from 'zod';
import { type Fault, failure, type Outcome, success } from '../fault.ts';

export function readQuery<S extends z.ZodObject>(schema: S, query: unknown): Outcome<z.output<S>> {
  const reading = schema.safeParse(query);
  if (reading.success) return success(reading.data);
  const known = Object.keys(schema.shape);
  return failure(reading.error.issues.flatMap((issue) => describe(issue, known)));
}

/** What the caller asked for, where one parameter forbids another. */
export function queryFault(parameter: string, message: string): Fault {
  return { code: 'QUERY_INVALID', message, details: { parameter } };
}

function describe(issue: z.core.$ZodIssue, known: readonly string[]): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    const offered = known.length === 0 ? 'there are none here' : `there are ${known.join(' and ')}`;
    return issue.keys.map((key) => {
      const name = /^[\w.-]{1,40}$/.test(key) ? key : 'A parameter';
      return queryFault(name, `${name} is not a parameter; ${offered}.`);
    });
  }
  const parameter = String(issue.path[0] ?? '');
  if (issue.code === 'invalid_value') {
    const offered = issue.values.map(String);
    const message = `${parameter} must be one of ${offered.join(', ')}.`;
    return [{ code: 'QUERY_INVALID', message, details: { parameter, offered } }];
  }
  return [queryFault(parameter, `${parameter} must be ${issue.message}.`)];
}
