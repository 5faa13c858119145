// What a bill must satisfy for its layout, beyond the contract: language, account number, images,
// letters. All faults at once, each with its place in the bill.

import type { Bill } from '../bill/schema.ts';
import type { Fault } from '../fault.ts';
import type { LayoutPackage } from '../layout/package.ts';
import type { Measure } from '../typeset/measure.ts';

export function checkAgainstLayout(bill: Bill, layout: LayoutPackage, measure: Measure): Fault[] {
  return [
    ...checkLanguage(bill, layout),
    ...checkAccount(bill, layout),
    ...checkImages(bill, layout),
    ...checkLetters(bill, layout, measure),
  ];
}

function checkLanguage(bill: Bill, layout: LayoutPackage): Fault[] {
  const { languages } = layout.file;
  if (languages.includes(bill.language)) return [];
  const message = `This layout is offered in: ${languages.join(', ')}.`;
  return [{ code: 'LANGUAGE_NOT_OFFERED', pointer: '/language', message }];
}

function checkAccount(bill: Bill, layout: LayoutPackage): Fault[] {
  if (layout.accountPattern.test(bill.account.number)) return [];
  const shape = layout.file.account.shape.en ?? layout.file.account.shape.ru;
  const message = `Account numbers of this layout are ${shape}.`;
  return [{ code: 'BILL_INVALID', pointer: '/account/number', message }];
}

function checkImages(bill: Bill, layout: LayoutPackage): Fault[] {
  const named = bill.suppliers.map(({ logo }, index) => ({
    logo,
    pointer: `/suppliers/${index}/logo`,
  }));
  named.push({ logo: bill.settlementCentre?.logo, pointer: '/settlementCentre/logo' });
  return named.flatMap(({ logo, pointer }): Fault[] => {
    if (logo === undefined || layout.images.has(logo)) return [];
    const known = [...layout.images.keys()].join(', ');
    const message = `The layout has no image of this name. It has: ${known}.`;
    return [{ code: 'IMAGE_UNKNOWN', pointer, message }];
  });
}

/** `U+04D9`, as Unicode writes it. */
export function nameCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Every text in every face: which face a text is set in is the template's affair. Of payment codes
 * only the captions are set; what they encode may hold any letter.
 */
function checkLetters(bill: Bill, layout: LayoutPackage, measure: Measure): Fault[] {
  const faults: Fault[] = [];
  const printed = { ...bill, paymentCodes: bill.paymentCodes.map(({ caption }) => ({ caption })) };
  walkTexts(printed, '', (text, pointer) => {
    for (const face of layout.faces.values()) {
      const missing = measure.missing(face, text);
      if (missing === undefined) continue;
      const codePoint = nameCodePoint(missing);
      const message = `${codePoint} is in no font of this service. Replace the letter.`;
      faults.push({ code: 'GLYPH_MISSING', pointer, message, details: { codePoint, face } });
      return;
    }
  });
  return faults;
}

function walkTexts(
  value: unknown,
  pointer: string,
  visit: (text: string, pointer: string) => void,
): void {
  if (typeof value === 'string') visit(value, pointer);
  else if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) walkTexts(one, `${pointer}/${index}`, visit);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) walkTexts(one, `${pointer}/${key}`, visit);
  }
}
