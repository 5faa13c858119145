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
  const faults = templateFaults(code, `${pointer}/template`);
  if (faults.length > 0) return failure(faults);
  const url = code.template.replace(placeholder, (_, name: string) =>
    encodeURIComponent(code.values[name] ?? ''),
  );
  return success(url);
}

/** The amounts in the address: values with the name of an amount, or parameters of the template. */
export function urlAmounts(code: UrlTemplateCode, pointer: string): AmountClaim[] {
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

function templateFaults(code: UrlTemplateCode, pointer: string): Fault[] {
  const names = [...code.template.matchAll(placeholder)].map(([, name = '']) => name);
  const unknown = names.filter((name) => !Object.hasOwn(code.values, name));
  const faults = [...new Set(unknown)].map((name) =>
    refusal(pointer, `The template asks for {${name}}, but values has no ${name}.`),
  );
  if (/[{}]/.test(code.template.replace(placeholder, ''))) {
    faults.push(refusal(pointer, 'The template has a brace that belongs to no placeholder.'));
  }
  return faults;
}

function refusal(pointer: string, message: string): Fault {
  return { code: 'CODE_REFUSED', pointer, message };
}
