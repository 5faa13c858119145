// What a bill must satisfy for its layout, beyond the contract: language, account number, images,
// letters. All faults at once, each with its place in the bill.

import type { Bill } from '../bill/schema.ts';
import type { Fault } from '../fault.ts';
import type { LayoutPackage } from '../layout/package.ts';
import type { Measure } from '../typeset/measure.ts';
import { checkLetters } from './check-letters.ts';

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

function checkImages(bill: Bill, { images }: LayoutPackage): Fault[] {
  const faults: Fault[] = [];
  const check = (logo: string | undefined, place: string) => {
    if (logo === undefined || images.has(logo)) return;
    const known = [...images.keys()].join(', ');
    const message = `The layout has no image of this name. It has: ${known}.`;
    faults.push({ code: 'IMAGE_UNKNOWN', pointer: `/${place}/logo`, message });
  };
  bill.suppliers.forEach(({ logo }, index) => {
    check(logo, `suppliers/${index}`);
  });
  check(bill.settlementCentre?.logo, 'settlementCentre');
  return faults;
}
