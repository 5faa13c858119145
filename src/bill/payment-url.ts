// Payment codes of kind url-template: a biller's address with the account in it.

import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { UrlTemplateCode } from './schema-payment-code.ts';

/** A claim about money that a code carries: where it stands, and what it says. */
export interface AmountClaim {
  readonly pointer: string;
  readonly text: string;
}

/** The template with every placeholder replaced by its percent-encoded value (RFC 3986, 2.1). */
export function urlPayload(code: UrlTemplateCode, pointer: string): Outcome<string> {
  const faults = urlFaults(code, pointer);
  if (faults.length > 0) return failure(faults);
  const url = code.template.replace(placeholder, (_, name: string) =>
    encodeURIComponent(code.values[name] ?? ''),
  );
  return success(url);
}

/** Placeholders without a value, and braces of no placeholder. */
export function urlFaults({ template, values }: UrlTemplateCode, pointer: string): Fault[] {
  const unknown = new Set<string>();
  let isStray = false;
  for (const [, name] of template.matchAll(brace)) {
    if (name === undefined) isStray = true;
    else if (!Object.hasOwn(values, name)) unknown.add(name);
  }
  const place = `${pointer}/template`;
  const faults = [...unknown].map((name) =>
    refusal(place, `The template asks for {${name}}, but values has no ${name}.`),
  );
  if (isStray) {
    faults.push(refusal(place, 'The template has a brace that belongs to no placeholder.'));
  }
  return faults;
}

/** The amounts in the address: values with the name of an amount, or parameters of the template. */
export function urlAmounts(code: UrlTemplateCode, pointer: string): AmountClaim[] {
  // Either way the name stands in the template.
  if (!amountWord.test(code.template)) return [];
  const claims = Object.entries(code.values)
    .filter(([name]) => amountName.test(name) && code.template.includes(`{${name}}`))
    .map(([name, text]) => ({ pointer: `${pointer}/values/${name}`, text }));
  for (const [, name = '', written = ''] of code.template.matchAll(parameter)) {
    if (!amountName.test(name)) continue;
    const value = /^\{(\w+)\}$/.exec(written)?.[1];
    // A placeholder with the name of an amount is already among the claims.
    if (value !== undefined && amountName.test(value)) continue;
    const text = value === undefined ? written : (code.values[value] ?? '');
    claims.push({ pointer: `${pointer}/template`, text });
  }
  return claims;
}

const placeholder = /\{([A-Za-z]\w{0,31})\}/g;
const parameter = /[?&]([^=&#]+)=([^&#]*)/g;
const amountName = /^(?:amount|sum|total)$/i;
const amountWord = /amount|sum|total/i;
const brace = /\{(?:([A-Za-z]\w{0,31})\})?|\}/g;

function refusal(pointer: string, message: string): Fault {
  return { code: 'CODE_REFUSED', pointer, message };
}
