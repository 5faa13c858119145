// Payment codes of kind st00012: ГОСТ Р 56042-2014 in UTF-8, read by Russian bank apps.

import type { St00012Code } from './schema-payment-code.ts';
import { st00012Schema } from './schema-payment-st00012.ts';

/** Standard `ST`, version `0001`, encoding `2` = UTF-8, then the separator for all that follows. */
const prefix = 'ST00012|';

/** `ST00012|Name=…|PersonalAcc=…`: the schema has the keys in the order of the standard. */
export function st00012Payload(code: St00012Code): string {
  const values: Readonly<Record<string, string | undefined>> = code.values;
  const pairs = Object.keys(st00012Schema.shape)
    .filter((key) => values[key] !== undefined)
    .map((key) => `${key}=${values[key]}`);
  return prefix + pairs.join('|');
}
