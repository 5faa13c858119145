// Notices in the order of print: by priority, then the bill's as sent, then the layout's. Deadlines
// and debts are marked as such and may never be dropped (bill anatomy, rules that hold on every
// bill).

import type { Phrase } from '../bill/phrase.ts';
import type { Bill, Notice } from '../bill/schema.ts';
import type { StandingNotice } from '../layout/package.ts';
import type { TextValues } from '../layout/wording.ts';
import { meetsCondition, metersToVerify } from './notice-condition.ts';
import { samePhrase } from './same.ts';
import type { Party } from './view-parties.ts';

export interface NoticeView {
  readonly supplier: Party | null;
  readonly kind: Notice['kind'];
  readonly text: Phrase;
  /** 0 for what the fitting ladder may not drop. */
  readonly dropPriority: number;
  /** Asks the payer to act. */
  readonly urgent: boolean;
  /** JSON pointer into the bill; of a standing notice, the layout and the notice's id. */
  readonly pointer: string;
}

const urgentKinds: readonly Notice['kind'][] = ['deadline', 'debt'];

interface Around {
  readonly suppliers: ReadonlyMap<string, Party>;
  /** Whom to ask about the bill. */
  readonly contact: Party | null;
  readonly standing: readonly StandingNotice[];
}

export function noticesView(bill: Bill, around: Around): readonly NoticeView[] {
  const all: Ranked[] = [];
  bill.notices.forEach((notice, index) => {
    const supplier = around.suppliers.get(notice.supplier ?? '') ?? null;
    const pointer = `/notices/${index}`;
    all.push(ranked(notice, { supplier, pointer, text: notice.text }));
  });
  for (const notice of around.standing) {
    if (!isValid(notice, bill) || !meetsCondition(bill, notice.when)) continue;
    const text = standingText(notice, bill, around.contact);
    if (text === undefined) continue;
    all.push(ranked(notice, { supplier: null, pointer: notice.pointer, text }));
  }
  return all.sort((a, b) => a.priority - b.priority).map(({ view }) => view);
}

interface Ranked {
  readonly priority: number;
  readonly view: NoticeView;
}

function ranked(
  { kind, priority }: Pick<Notice, 'kind' | 'priority'>,
  { supplier, pointer, text }: Pick<NoticeView, 'supplier' | 'pointer' | 'text'>,
): Ranked {
  const urgent = urgentKinds.includes(kind);
  const dropPriority = urgent ? 0 : priority;
  const view = { supplier, kind, text: samePhrase(text), dropPriority, urgent, pointer };
  return { priority, view };
}

/** The day the bill was formed decides: a reprint next year says what the first print said. */
function isValid({ valid }: StandingNotice, { issuedOn }: Bill): boolean {
  const { from = issuedOn, to = issuedOn } = valid;
  return from <= issuedOn && issuedOn <= to;
}

/** Nothing where the bill lacks a value that the text mentions: half a sentence helps nobody. */
function standingText(
  notice: StandingNotice,
  bill: Bill,
  contact: Party | null,
): Phrase | undefined {
  const { mentions, when } = notice;
  const values = valuesOf(bill, contact, when.verificationWithinMonths ?? 0);
  for (const name of mentions) if (values[name] === null) return undefined;
  return notice.fill(values);
}

function valuesOf(bill: Bill, contact: Party | null, verificationMonths: number): TextValues {
  return {
    account: bill.account.number,
    contract: bill.account.contract ?? null,
    billNumber: bill.number ?? null,
    period: bill.period,
    issuedOn: bill.issuedOn,
    payBy: bill.payBy,
    paymentsCountedTo: bill.paymentsCountedTo ?? null,
    lastPaymentOn: bill.lastPayment?.on ?? null,
    lastPaymentAmount: bill.lastPayment?.amount ?? null,
    totalDue: bill.totalDue,
    optionalDue: bill.optionalDue ?? null,
    phone: contact?.phone ?? null,
    site: contact?.site ?? null,
    email: contact?.email ?? null,
    meterSerials: metersToVerify(bill, verificationMonths)
      .map(({ serial }) => serial)
      .join(', '),
  };
}
