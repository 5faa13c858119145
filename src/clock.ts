// The only place that asks what day it is. It knows no bills: the date enters rendering as text.

/** What the time is used for: the default print date and nothing else on paper. */
export interface Clock {
  /** YYYY-MM-DD in the configured zone. */
  today(): string;
}

/**
 * `zone` is an IANA name. Intl is allowed here although nothing printed may depend on ICU: the
 * offset of a zone is a fact of the tz database, and Node carries that database only in ICU.
 * The numeric parts of the ISO calendar do not change with a locale.
 *
 * A day begins with a minute in every zone, so within one the answer of before still holds: asking
 * Intl for each bill takes a twentieth of what a request costs the main thread.
 */
export function createClock(zone: string, now: () => Date = () => new Date()): Clock {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  let minute = Number.NaN;
  let day = '';
  return {
    today() {
      const date = now();
      const current = Math.floor(date.getTime() / 60_000);
      if (current === minute) return day;
      const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
      day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
      minute = current;
      return day;
    },
  };
}
