// The shape of a layout's standing notices: what they say, when, and how long they hold. What a
// condition means for a bill is compose's; the texts are checked by notice-text.ts.

import { z } from 'zod';
import { dateField } from '../bill/date.ts';
import { periodField } from '../bill/period.ts';
import { noticeKind } from '../bill/schema.ts';
import { unitField } from '../bill/unit.ts';

export const noticeId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/)
  .describe('Unique in the layout; warnings name it.');

const nonEmpty = <T extends z.ZodType>(entry: T) => z.array(entry).min(1);

/** One charge has to match all that is given; of a list, any entry. */
const chargeCondition = z
  .strictObject({
    basis: nonEmpty(
      z.enum(['meter', 'norm', 'average', 'area', 'residents', 'flat-rate', 'house-meter']),
    ).optional(),
    supplier: nonEmpty(z.string()).optional().describe('Ids of suppliers, as bills give them.'),
    unit: nonEmpty(unitField).optional(),
    optional: z.boolean().optional(),
  })
  .meta({ description: 'The bill has a charge like this.' });

const condition = z
  .strictObject({
    hasDebt: z.boolean().optional().describe('An obligatory balance from before is unpaid.'),
    hasOverpayment: z.boolean().optional().describe('A line is due below zero.'),
    hasPenalty: z.boolean().optional(),
    hasRecalculation: z.boolean().optional(),
    hasMeters: z.boolean().optional(),
    hasHouseMeter: z.boolean().optional(),
    hasPaymentCode: z.boolean().optional(),
    isDuplicate: z.boolean().optional(),
    charge: chargeCondition.optional(),
    premises: nonEmpty(z.enum(['flat', 'house', 'non-residential'])).optional(),
    paymentMethod: nonEmpty(z.enum(['requisites', 'debit', 'none'])).optional(),
    verificationWithinMonths: z
      .int()
      .min(0)
      .max(24)
      .optional()
      .describe('A meter is to be verified by this many months after the period, or overdue.'),
    periodFrom: periodField.optional(),
    periodTo: periodField.optional(),
    months: nonEmpty(z.int().min(1).max(12)).optional().describe('Of the billing period.'),
    unlessBillHas: nonEmpty(noticeKind)
      .optional()
      .describe('Left out where the bill brings a notice of one of these kinds itself.'),
  })
  .meta({ description: 'All that is given has to hold; without any, every bill has the notice.' });

const text = z.string().min(1).max(900);

export const standingNotice = z
  .strictObject({
    id: noticeId,
    kind: noticeKind,
    priority: z.int().min(1).max(9).describe('9 is dropped first, 1 last.'),
    text: z
      .strictObject({ kk: text, ru: text, en: text.optional() })
      .describe('Phrase; {{date payBy}} prints a value of the bill. See docs/layouts-notices.md.'),
    when: condition.optional(),
    valid: z
      .strictObject({ from: dateField.optional(), to: dateField.optional() })
      .optional()
      .describe('Compared with the day the bill was formed, so that a reprint says the same.'),
  })
  .meta({ description: 'What a layout says to every bill it suits.' });

/** In layout.json a notice stands in full, or is one of `sharedNotices` by its id. */
export const noticeEntry = z.union([noticeId, standingNotice]);

export type NoticeFile = z.infer<typeof standingNotice>;
export type NoticeCondition = z.infer<typeof condition>;
