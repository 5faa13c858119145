// Months before and after a month, as YYYY-MM. It knows no days.

export function monthBefore(period: string): string {
  return monthAt(period, -1);
}

export function monthAfter(period: string): string {
  return monthAt(period, 1);
}

function monthAt(period: string, step: number): string {
  const months = 12 * Number(period.slice(0, 4)) + Number(period.slice(5)) - 1 + step;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
