// JSON text → a bill, or everything that is wrong with it. It reads no clock: today is given.

import type { z } from 'zod';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import { checkBill } from './check.ts';
import { noteCommonLetters } from './common-letters.ts';
import type { LocalDate } from './date.ts';
import { Findings } from './findings.ts';
import { type Cleaned, clean } from './hygiene.ts';
import { faultsOf, messageOf } from './issue.ts';
import { maxFaults } from './limit.ts';
import { quickReader } from './quick-reader.ts';
import { readableSchema } from './readable.ts';
import { type Bill, billSchema } from './schema.ts';
import { findSyntaxProblem, hasOnlyUniqueNames } from './syntax.ts';
import { freeTextKeys } from './text.ts';

export interface ParseOptions {
  /** The print date of a bill that gives none. */
  readonly today: LocalDate;
}

/**
 * The bill with its defaults filled in, or every fault at once: of the schema (BILL_INVALID), of
 * the rules across fields (BILL_CONTRADICTORY) and of its codes (CODE_REFUSED). A rule is checked
 * whenever the fields it reads could be read. An error of syntax or a repeated name is
 * REQUEST_MALFORMED.
 */
export function parseBillJson(json: string, options: ParseOptions): Outcome<Bill> {
  const text = json.startsWith('\ufeff') ? json.slice(1) : json;
  const quick = readQuickly(text);
  if (quick !== undefined) return checked(quick, new Findings(), options);
  const input = parseJson(text);
  if (!input.ok) return input;
  const cleaned = clean(input.value);
  const { value, findings, fieldCount, isBounded } = cleaned;
  if (!isBounded) return failure(findings.faults);
  if (!hasOnlyUniqueNames(text, fieldCount)) {
    const fault = syntaxFault(text);
    if (fault !== undefined) return failure([fault]);
  }
  const mended = readQuickly(JSON.stringify(value), true);
  return mended === undefined ? parseCleaned(cleaned, options) : checked(mended, findings, options);
}

/** Almost every bill is right, and then nothing more has to be found out. */
const readQuickly = quickReader(billSchema, freeTextKeys);

function parseCleaned({ value, findings }: Cleaned, options: ParseOptions) {
  const parsed = billSchema.safeParse(value, { error: messageOf });
  if (parsed.success) return checked({ value: parsed.data }, findings, options);
  const refusedTexts = new Set(findings.faults.map(({ pointer }) => pointer));
  const faults = faultsOf(parsed.error.issues);
  findings.faults.push(...faults.filter(({ pointer }) => !refusedTexts.has(pointer)));
  const rest = readableSchema.safeParse(value);
  if (rest.success) checkBill(rest.data, findings);
  return refused(findings);
}

interface Read {
  readonly value: z.output<typeof billSchema>;
  readonly isCommon?: boolean;
}

/** The bill with its print date settled, after all rules across its fields. */
function checked(
  { value, isCommon = false }: Read,
  findings: Findings,
  { today }: ParseOptions,
): Outcome<Bill> {
  const bill = { ...value, printedOn: value.printedOn ?? today };
  if (isCommon) noteCommonLetters(bill);
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
