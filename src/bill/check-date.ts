// Rules of dates. Clocks and calendars of billing systems differ by a day, so most only warn.

import type { LocalDate } from './date.ts';
import type { Findings } from './findings.ts';
import { periodOf } from './period.ts';
import type { Readable } from './readable.ts';

export function checkDates(bill: Readable, findings: Findings): void {
  const { period, issuedOn, printedOn, payBy, paymentsCountedTo, lastPayment } = bill;
  const inOrder = (earlier: Dated, later: Dated) => checkOrder(earlier, later, findings);
  const issued = { name: 'issuedOn', on: issuedOn };
  const countedTo = { name: 'paymentsCountedTo', on: paymentsCountedTo };
  inOrder(issued, { name: 'printedOn', on: printedOn });
  inOrder(countedTo, issued);
  inOrder({ name: 'lastPayment/on', on: lastPayment?.on }, countedTo);
  inOrder({ name: 'period', on: period && `${period}-01` }, { name: 'payBy', on: payBy });

  if (period !== undefined && printedOn !== undefined && period > periodOf(printedOn)) {
    const message = 'The billing period is later than the month of printing.';
    findings.warn('PERIOD_IN_FUTURE', '/period', message);
  }
  // A duplicate is printed whenever it is asked for.
  if (payBy !== undefined && printedOn !== undefined && payBy < printedOn && !bill.duplicate) {
    const message = 'The bill asks to pay by a day that has passed when it is printed.';
    findings.warn('PAY_BY_PASSED', '/payBy', message);
  }
  checkReadingDates(bill, findings);
  checkWindows(bill, findings);
  checkTariffs(bill, findings);
}

interface Dated {
  /** The place of the date in the bill, without the leading slash. */
  readonly name: string;
  readonly on: LocalDate | undefined;
}

function checkOrder(earlier: Dated, later: Dated, findings: Findings): void {
  if (earlier.on === undefined || later.on === undefined || earlier.on <= later.on) return;
  findings.warn(
    'DATES_OUT_OF_ORDER',
    `/${later.name}`,
    `This date is before ${earlier.name}, which should come first.`,
    { earlier: earlier.name, later: later.name },
  );
}

function checkReadingDates(bill: Readable, findings: Findings): void {
  for (const key of ['meters', 'houseMeters'] as const) {
    bill[key]?.forEach((meter, i) => {
      const previous = { name: `${key}/${i}/previous/on`, on: meter?.previous?.on };
      const current = { name: `${key}/${i}/current/on`, on: meter?.current?.on };
      checkOrder(previous, current, findings);
      checkOrder(current, { name: 'issuedOn', on: bill.issuedOn }, findings);
    });
  }
}

/** The window is printed as «from the … to the …», so it cannot run over the end of a month. */
function checkWindows(bill: Readable, findings: Findings): void {
  bill.suppliers?.forEach((supplier, i) => {
    const window = supplier?.readingWindow;
    if (window === undefined || window.fromDay <= window.toDay) return;
    const message = 'The reading window must end on or after the day it begins.';
    findings.contradict(`/suppliers/${i}/readingWindow/toDay`, message);
  });
}

function checkTariffs(bill: Readable, findings: Findings): void {
  bill.tariffs?.forEach((tariff, i) => {
    const from = { name: `tariffs/${i}/from`, on: tariff?.from };
    checkOrder(from, { name: `tariffs/${i}/to`, on: tariff?.to }, findings);
  });
}
