// Results of a comparison → lines, JSON, the report file and the exit code. It compares nothing.

import { reportHtml } from '../snapshot/report.ts';
import { type CaseResult, ranked, summarise, tally } from '../snapshot/result.ts';
import { type Exit, exit, type Given, type Surroundings } from './command.ts';
import { writeWhole } from './output.ts';

/** `title` heads the report. */
export async function tellResults(
  results: readonly CaseResult[],
  given: Given,
  { out }: Surroundings,
  title = 'Snapshots',
): Promise<void> {
  const order = ranked(results);
  const summary = summarise(results);
  const path = given.text('report');
  if (path !== undefined) {
    const html = reportHtml({ title, results: order, summary });
    await writeWhole(path, new TextEncoder().encode(html));
  }
  if (given.flag('json')) {
    for (const { pictures, ...result } of order) out(JSON.stringify(result));
    return;
  }
  for (const result of order.filter(({ status }) => status !== 'same')) {
    for (const line of linesOf(result)) out(line);
  }
  for (const line of notedLines(order)) out(line);
  out(tally(summary));
  if (path !== undefined) out(`The report is ${path}.`);
}

export function exitOfResults(results: readonly CaseResult[]): Exit {
  return results.every(({ status }) => status === 'same') ? exit.ok : exit.bills;
}

function linesOf({ name, findings, notes }: CaseResult): readonly string[] {
  return [
    `${name}:`,
    ...findings.flatMap(({ sentence, source, consequences }) => [
      `  ${sentence}${source === undefined ? '' : `  [${source}]`}`,
      ...consequences.map((consequence) => `    ${consequence}`),
    ]),
    ...notes.map((note) => `  (${note})`),
  ];
}

/** Notes of what is the same, each once. */
function notedLines(results: readonly CaseResult[]): readonly string[] {
  const same = results.filter(({ status }) => status === 'same');
  const byNote = Map.groupBy(
    same.flatMap(({ notes }) => notes),
    (note) => note,
  );
  return [...byNote].map(([note, of]) => `(${of.length} of the same: ${note})`);
}
