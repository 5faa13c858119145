// Notices in the order of print: by priority, then as sent. Deadlines and debts are marked as such
// and may never be dropped (bill anatomy, rules that hold on every bill).

import type { Phrase } from '../bill/phrase.ts';
import type { Bill, Notice } from '../bill/schema.ts';
import type { Party } from './view-parties.ts';

export interface NoticeView {
  readonly supplier: Party | null;
  readonly kind: Notice['kind'];
  readonly text: Phrase;
  /** 0 for what the fitting ladder may not drop. */
  readonly dropPriority: number;
  /** Asks the payer to act. */
  readonly urgent: boolean;
  /** JSON pointer into the bill. */
  readonly pointer: string;
}

const urgentKinds: readonly Notice['kind'][] = ['deadline', 'debt'];

export function noticesView(
  bill: Bill,
  suppliers: ReadonlyMap<string, Party>,
): readonly NoticeView[] {
  return bill.notices
    .map((notice, index) => ({ notice, pointer: `/notices/${index}` }))
    .toSorted((a, b) => a.notice.priority - b.notice.priority)
    .map(({ notice, pointer }) => {
      const urgent = urgentKinds.includes(notice.kind);
      return {
        supplier: suppliers.get(notice.supplier ?? '') ?? null,
        kind: notice.kind,
        text: notice.text,
        dropPriority: urgent ? 0 : notice.priority,
        urgent,
        pointer,
      };
    });
}
