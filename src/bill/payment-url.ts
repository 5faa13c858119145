// Payment codes of kind url-template: a biller's address with the account in it.

import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { UrlTemplateCode } from './schema-payment-code.ts';
import { fillText, TextCutter } from './template-text.ts';

/** A claim about money that a code carries: where it stands, and what it says. */
export interface AmountClaim {
  readonly pointer: string;
  readonly text: string;
}

/** The template with every placeholder replaced by its percent-encoded value (RFC 3986, 2.1). */
export function urlPayload(code: UrlTemplateCode, pointer: string): Outcome<string> {
  const faults = urlFaults(code, pointer);
  if (faults.length > 0) return failure(faults);
  const { template, values } = code;
  return success(fillText(cutter.cut(template), (name) => encodeURIComponent(values[name] ?? '')));
}

/** Placeholders without a value, and braces of no placeholder. */
export function urlFaults({ template, values }: UrlTemplateCode, pointer: string): Fault[] {
  const { names, isStray } = cutter.cut(template);
  const place = `${pointer}/template`;
  const faults: Fault[] = [];
  for (const [index, name] of names.entries()) {
    if (Object.hasOwn(values, name) || names.indexOf(name) < index) continue;
    const message = `The template asks for {${name}}, but values has no ${name}.`;
    faults.push(refusal(place, message));
  }
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
    const text = value === undefined ? written : ownValue(code, value);
    // That there is no such value is told by urlFaults.
    if (text === undefined) continue;
    claims.push({ pointer: `${pointer}/template`, text });
  }
  return claims;
}

/** Its own values only: every object has a `toString`. */
function ownValue({ values }: UrlTemplateCode, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

const cutter = new TextCutter(/\{([A-Za-z]\w{0,31})\}/);
const parameter = /[?&]([^=&#]+)=([^&#]*)/g;
const amountName = /^(?:amount|sum|total)$/i;
const amountWord = /amount|sum|total/i;

function refusal(pointer: string, message: string): Fault {
  return { code: 'CODE_REFUSED', pointer, message };
}
