// Rules of dates. Clocks and calendars of billing systems differ by a day, so most only warn.

import type { LocalDate } from './date.ts';
import type { Findings } from './findings.ts';
import { periodOf } from './period.ts';
import type { Readable } from './readable.ts';

export function checkDates(bill: Readable, findings: Findings): void {
  const { period, issuedOn, printedOn, payBy, paymentsCountedTo, lastPayment } = bill;
  if (isLater(issuedOn, printedOn)) warn('issuedOn', 'printedOn', findings);
  if (isLater(paymentsCountedTo, issuedOn)) warn('paymentsCountedTo', 'issuedOn', findings);
  if (isLater(lastPayment?.on, paymentsCountedTo)) {
    warn('lastPayment/on', 'paymentsCountedTo', findings);
  }
  if (period !== undefined && payBy !== undefined && period > periodOf(payBy)) {
    warn('period', 'payBy', findings);
  }

  if (period !== undefined && printedOn !== undefined && period > periodOf(printedOn)) {
    const message = 'The billing period is later than the month of printing.';
    findings.warn('PERIOD_IN_FUTURE', '/period', message);
  }
  // A duplicate is printed whenever it is asked for.
  if (payBy !== undefined && printedOn !== undefined && payBy < printedOn && !bill.duplicate) {
    const message = 'The bill asks to pay by a day that has passed when it is printed.';
    findings.warn('PAY_BY_PASSED', '/payBy', message);
  }
  checkReadingDates(bill, 'meters', findings);
  checkReadingDates(bill, 'houseMeters', findings);
  checkWindows(bill, findings);
  checkTariffs(bill, findings);
}

/** The first is after the second, which should not come first. */
function isLater(first: LocalDate | undefined, second: LocalDate | undefined): boolean {
  return first !== undefined && second !== undefined && first > second;
}

/** Both are places in the bill, without the leading slash. */
function warn(earlier: string, later: string, findings: Findings): void {
  findings.warn(
    'DATES_OUT_OF_ORDER',
    `/${later}`,
    `This date is before ${earlier}, which should come first.`,
    { earlier, later },
  );
}

function checkReadingDates(
  bill: Readable,
  key: 'meters' | 'houseMeters',
  findings: Findings,
): void {
  const meters = bill[key] ?? [];
  for (let i = 0; i < meters.length; i += 1) {
    const previous = meters[i]?.previous?.on;
    const current = meters[i]?.current?.on;
    if (isLater(previous, current))
      warn(`${key}/${i}/previous/on`, `${key}/${i}/current/on`, findings);
    if (isLater(current, bill.issuedOn)) warn(`${key}/${i}/current/on`, 'issuedOn', findings);
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
    if (isLater(tariff?.from, tariff?.to)) warn(`tariffs/${i}/from`, `tariffs/${i}/to`, findings);
  });
}
