// A bill that a test made as a value, read as the service reads it: as JSON text.

import { type ParseOptions, parseBillJson } from '../../src/bill/parse.ts';

export function parseBill(input: unknown, options: ParseOptions) {
  return parseBillJson(JSON.stringify(input), options);
}
