// Pieces that descriptions of routes are made of: parameters, answers, problems. Pure.

import type { z } from 'zod';
import { type FaultCode, faultTable } from '../fault.ts';
import { type JsonSchema, parameterSchema, ref } from './openapi-schema.ts';
import { problemType } from './problem.ts';

// Every path can end in these: before it is known what the request is about.
const always = [
  'INTERNAL',
  'RATE_LIMITED',
  'QUEUE_FULL',
  'REQUEST_MALFORMED',
  'HEADERS_TOO_LARGE',
] as const;

export function queryParameters(shape: Readonly<Record<string, z.ZodType>>) {
  return Object.entries(shape).map(([name, field]) => ({
    name,
    in: 'query',
    description: field.description,
    schema: parameterSchema(field),
  }));
}

export function json(description: string, schema: JsonSchema): JsonSchema {
  return { description, content: { 'application/json': { schema } } };
}

/** One response a status; the table says which codes share it. */
export function problems(codes: readonly FaultCode[]): JsonSchema {
  const all = [...new Set([...codes, ...always])];
  const byStatus = Map.groupBy(all, (code) => faultTable[code].status);
  const responses = [...byStatus].map(([status, group]) => {
    const description = group.map((code) => `${code}: ${faultTable[code].title}.`).join(' ');
    const waits = status === 429 || status === 503;
    const content = { [problemType]: { schema: ref('Problem') } };
    const retry = { headers: headers({ 'Retry-After': 'Seconds to wait.' }) };
    return [status, { description, content, ...(waits && retry) }];
  });
  return Object.fromEntries(responses);
}

export function headers(descriptions: Readonly<Record<string, string>>): JsonSchema {
  const entries = Object.entries(descriptions).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ]);
  return Object.fromEntries(entries);
}
