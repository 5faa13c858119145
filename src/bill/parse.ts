// Unknown data → a bill, or everything that is wrong with it. It reads no clock: today is given.

import { z } from 'zod';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import { checkBill } from './check.ts';
import type { LocalDate } from './date.ts';
import type { Findings } from './findings.ts';
import { type Cleaned, clean } from './hygiene.ts';
import { faultsOf, messageOf } from './issue.ts';
import { maxFaults } from './limit.ts';
import { readableSchema } from './readable.ts';
import { type Bill, billSchema } from './schema.ts';
import { findSyntaxProblem, hasOnlyUniqueNames } from './syntax.ts';

export interface ParseOptions {
  /** The print date of a bill that gives none. */
  readonly today: LocalDate;
}

/**
 * The bill with its defaults filled in, or every fault at once: of the schema (BILL_INVALID), of
 * the rules across fields (BILL_CONTRADICTORY) and of its codes (CODE_REFUSED). A rule is checked
 * whenever the fields it reads could be read.
 */
export function parseBill(input: unknown, options: ParseOptions): Outcome<Bill> {
  return parseCleaned(clean(input), options);
}

/** The same for JSON text; a syntax error or a repeated name is REQUEST_MALFORMED. */
export function parseBillJson(json: string, options: ParseOptions): Outcome<Bill> {
  const text = json.startsWith('\ufeff') ? json.slice(1) : json;
  const input = parseJson(text);
  if (!input.ok) return input;
  const cleaned = clean(input.value);
  if (cleaned.isBounded && !hasOnlyUniqueNames(text, cleaned.fieldCount)) {
    const fault = syntaxFault(text);
    if (fault !== undefined) return failure([fault]);
  }
  return parseCleaned(cleaned, options);
}

/** Valid bills take the generated parser, which is about four times as fast. */
const compiledSchema = z.compile(billSchema, { strict: true });

function parseCleaned(cleaned: Cleaned, options: ParseOptions): Outcome<Bill> {
  const { value, findings, isBounded } = cleaned;
  if (!isBounded) return failure(findings.faults);
  const parsed = compiledSchema.safeParse(value, { error: messageOf });
  if (!parsed.success) {
    const refusedTexts = new Set(findings.faults.map(({ pointer }) => pointer));
    const faults = faultsOf(parsed.error.issues);
    findings.faults.push(...faults.filter(({ pointer }) => !refusedTexts.has(pointer)));
    const rest = readableSchema.safeParse(value);
    if (rest.success) checkBill(rest.data, findings);
    return refused(findings);
  }
  const bill = { ...parsed.data, printedOn: parsed.data.printedOn ?? options.today };
  checkBill(bill, findings);
  return findings.faults.length > 0 ? refused(findings) : success(bill, findings.warnings);
}

function refused({ faults, warnings }: Findings): Outcome<never> {
  const rest = faults.length - maxFaults;
  if (rest <= 0) return failure(faults, warnings);
  const message = `There are ${rest} more faults; mend these first.`;
  const last: Fault = { code: 'BILL_INVALID', message, pointer: '' };
  return failure([...faults.slice(0, maxFaults), last], warnings);
}

function parseJson(text: string): Outcome<unknown> {
  try {
    return success(JSON.parse(text));
  } catch {
    const fault = syntaxFault(text);
    const unplaced: Fault = { code: 'REQUEST_MALFORMED', message: 'The body is not JSON.' };
    return failure([fault ?? unplaced]);
  }
}

function syntaxFault(text: string): Fault | undefined {
  const problem = findSyntaxProblem(text);
  if (problem === undefined) return undefined;
  const { kind, line, column } = problem;
  const message =
    kind === 'error'
      ? `The body is not JSON: it breaks at line ${line}, column ${column}.`
      : `An object has the same name twice, at line ${line}, column ${column}; give it once.`;
  return { code: 'REQUEST_MALFORMED', message, details: { line, column } };
}
