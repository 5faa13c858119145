// A line of CSV (RFC 4180) that a spreadsheet shows and does not run. Pure.

/** What makes a spreadsheet take a cell for a formula (OWASP ASVS 5.0, 1.2.10). */
const formulaStart = /^[=+\-@\t\r]/;

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
