// What zod finds, as faults in our words. Values that the caller typed are never repeated.

import { z } from 'zod';
import type { Fault } from '../fault.ts';
import { longestFieldName, maxFaults } from './limit.ts';
import { nearest } from './nearest.ts';
import { pointerOf } from './pointer.ts';

/**
 * Words for what the schema has no message of its own for. Zod reports all unknown fields of an
 * object as one issue, so its message has one line for each.
 */
export function messageOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeMessage(issue.expected, issue.input);
    case 'invalid_value':
      return `This must be one of ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union':
      return unionMessage(issue.inst, issue.input);
    case 'too_big':
      return boundMessage('at most', issue.maximum, issue.origin);
    case 'too_small':
      return boundMessage('at least', issue.minimum, issue.origin);
    case 'unrecognized_keys':
      return counted(issue.keys)
        .map((key) => unknownFieldMessage(key, issue.inst))
        .join('\n');
    case 'invalid_key':
      return 'A field with this name is not allowed here.';
    default:
      return undefined;
  }
}

/** One fault for each problem, in the order of the schema. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownFields(issue) : [fault(issue.path, issue.message)],
  );
}

function unknownFields(issue: z.core.$ZodIssueUnrecognizedKeys): Fault[] {
  const messages = issue.message.split('\n');
  return counted(issue.keys).map((key, i) =>
    // A name as long as the body would make a pointer as long as the body.
    fault(key.length > longestFieldName ? issue.path : [...issue.path, key], messages[i] ?? ''),
  );
}

/** More unknown fields than faults are reported need no words: finding near names takes time. */
function counted(keys: readonly string[]): readonly string[] {
  return keys.slice(0, maxFaults);
}

function fault(path: readonly PropertyKey[], message: string): Fault {
  return { code: 'BILL_INVALID', pointer: pointerOf(path), message };
}

function typeMessage(expected: string, input: unknown): string {
  if (input === undefined) return 'This field is missing.';
  if (input === null) return 'This field is null; leave it out when there is no value.';
  return `This must be ${typeNames[expected] ?? expected}.`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'an array',
  record: 'an object',
};

function boundMessage(bound: string, limit: number | bigint, origin: string): string {
  if (origin === 'string') return `This must have ${bound} ${limit} characters.`;
  if (origin === 'array') return `This must have ${bound} ${limit} entries.`;
  return `This must be ${bound} ${limit}.`;
}

function unionMessage(union: unknown, input: unknown): string {
  if (!(union instanceof z.ZodDiscriminatedUnion)) return typeMessage('string', input);
  const kinds = union.options.flatMap((option) => [
    ...(option._zod.propValues?.[union.def.discriminator] ?? []),
  ]);
  return `This must be one of ${kinds.map(String).join(', ')}.`;
}

function unknownFieldMessage(key: string, object: unknown): string {
  if (key.length > longestFieldName) return 'There is a field with a very long unknown name.';
  const known = object instanceof z.ZodObject ? Object.keys(object.shape) : [];
  const meant = nearest(key, known);
  if (meant !== undefined) return `There is no such field; did you mean ${meant}?`;
  return `There is no such field here; the fields are ${known.join(', ')}.`;
}
