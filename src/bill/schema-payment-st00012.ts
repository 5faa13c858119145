// Schema of the values of ГОСТ Р 56042-2014, under the keys of the standard itself.

import { z } from 'zod';

/** A value may hold anything but the separator and control characters. */
function valueField(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^[^|]*$/, { error: 'This must not hold the separator "|".' });
}

function digitsField(length: number) {
  return z
    .string()
    .regex(new RegExp(`^\\d{${length}}$`), { error: `This must be ${length} digits.` });
}

/**
 * The keys in the order of the payload: the five obligatory ones first, as the standard requires.
 * Kazakh IBANs do not fit `PersonalAcc`, so the kind is for Russian accounts only.
 */
export const st00012Schema = z.strictObject({
  Name: valueField(160),
  PersonalAcc: digitsField(20),
  BankName: valueField(45),
  BIC: digitsField(9),
  CorrespAcc: digitsField(20),
  Sum: z
    .string()
    .regex(/^[1-9]\d{0,17}$/, { error: 'This must be whole kopecks, digits only.' })
    .optional()
    .meta({ description: 'In hundredths; if given, it equals totalDue.' }),
  Purpose: valueField(210).optional(),
  PayeeINN: valueField(12).optional(),
  PayerINN: valueField(12).optional(),
  DrawerStatus: valueField(2).optional(),
  KPP: digitsField(9).optional(),
  CBC: valueField(20).optional(),
  OKTMO: valueField(11).optional(),
  PaytReason: valueField(2).optional(),
  TaxPeriod: valueField(10).optional(),
  DocNo: valueField(15).optional(),
  DocDate: valueField(10).optional(),
  TaxPaytKind: valueField(2).optional(),
  LastName: valueField(60).optional(),
  FirstName: valueField(60).optional(),
  MiddleName: valueField(60).optional(),
  PayerAddress: valueField(160).optional(),
  PersonalAccount: valueField(40).optional(),
  Contract: valueField(40).optional(),
  PersAcc: valueField(40).optional(),
  Flat: valueField(20).optional(),
  Phone: valueField(20).optional(),
  PayerIdType: valueField(40).optional(),
  PayerIdNum: valueField(40).optional(),
  PaymTerm: valueField(10).optional(),
  PaymPeriod: valueField(10).optional(),
  Category: valueField(60).optional(),
  ServiceName: valueField(60).optional(),
  CounterId: valueField(20).optional(),
  CounterVal: valueField(20).optional(),
  QuittId: valueField(20).optional(),
  QuittDate: valueField(10).optional(),
  InstNum: valueField(60).optional(),
  AddAmount: valueField(18).optional(),
  UIN: valueField(25).optional(),
  TechCode: valueField(2).optional(),
});
