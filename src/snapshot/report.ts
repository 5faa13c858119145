// Results → one HTML page that needs nothing else: pictures, style and script are inside it, so it
// can be kept by a build or sent by mail. It compares nothing.

import { type Html, html, join } from './html.ts';
import { caseSection } from './report-case.ts';
import { reportScript } from './report-script.ts';
import { reportStyle } from './report-style.ts';
import { type CaseResult, type Summary, statusWords, tally } from './result.ts';

export interface Report {
  readonly title: string;
  /** In the order in which they are shown. */
  readonly results: readonly CaseResult[];
  readonly summary: Summary;
}

export function reportHtml({ title, results, summary }: Report): string {
  const shown = results.filter(({ status }) => status !== 'same');
  const page = html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ trusted: reportStyle }}</style>
<header>
<h1>${title}</h1>
<p>${tally(summary)}</p>
</header>
<main>
${sharedTable(summary)}
${contents(shown)}
${join(shown.map(caseSection))}
${sameList(results)}
</main>
<script>${{ trusted: reportScript }}</script>
</html>
`;
  return page.trusted;
}

/** What many bills have in common is read once. */
function sharedTable({ shared }: Summary): Html {
  if (shared.length === 0) return html``;
  const rows = shared
    .slice(0, sharedShown)
    .map(({ sentence, bills }) => html`<tr><td class="number">${bills} bills<td>${sentence}`);
  return html`<section class="shared"><h2>In several bills</h2>
<table>${join(rows)}</table></section>`;
}

const sharedShown = 20;

function contents(shown: readonly CaseResult[]): Html {
  if (shown.length < 2) return html``;
  const rows = shown.map(
    ({ name, status, findings }) =>
      html`<li><a href="#${name}">${name}</a>
<span class="badge ${status}">${statusWords(status, findings.length)}</span>`,
  );
  return html`<nav><h2>Bills that differ</h2><ol>${join(rows)}</ol></nav>`;
}

function sameList(results: readonly CaseResult[]): Html {
  const same = results.filter(({ status }) => status === 'same');
  if (same.length === 0) return html``;
  const rows = same.map(({ name, notes }) => {
    const note = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
    return html`<li>${name}${note}`;
  });
  return html`<details class="same"><summary>${same.length} the same</summary>
<ul>${join(rows)}</ul></details>`;
}
