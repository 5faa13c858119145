// One bill of the report: its differences in words beside the page before, after and overlaid.

import type { Finding } from './finding.ts';
import { type Html, html, join } from './html.ts';
import type { Box } from './piece.ts';
import { type CaseResult, type Pictures, statusWords } from './result.ts';

export function caseSection({ name, status, findings, notes, pictures }: CaseResult): Html {
  const list = findings.map((finding, index) => findingEntry(finding, index));
  const aside = notes.map((note) => html`<p class="note">${note}`);
  return html`<section class="case" id="${name}">
<h2>${name} <span class="badge ${status}">${statusWords(status, findings.length)}</span></h2>
<div class="sides">
<div class="words"><ol>${join(list)}</ol>${join(aside)}</div>
${pictures === undefined ? html`` : viewer(name, findings, pictures)}
</div>
</section>`;
}

function findingEntry({ sentence, source, fields, consequences }: Finding, index: number): Html {
  const follows = consequences.map((one) => html`<li>${one}`);
  const place = [source, ...fields].filter((part) => part !== undefined).join(' · ');
  return html`<li data-finding="${index}" tabindex="0"><p>${sentence}</p>
<p class="place">${place}</p>
<ul>${join(follows)}</ul>`;
}

const views = [
  ['overlay', 'Overlay'],
  ['before', 'Before'],
  ['after', 'After'],
  ['both', 'Side by side'],
] as const;

/** Radio buttons and style switch the views, so that it works where scripts do not. */
function viewer(name: string, findings: readonly Finding[], pictures: Pictures): Html {
  const tabs = views.map(
    ([view, label], index) =>
      html`<label><input type="radio" name="view ${name}" value="${view}"${
        index === 0 ? html` checked` : html``
      }> ${label}</label>`,
  );
  const boxes = (side: 'before' | 'after') =>
    findings.map((finding, index) => frames(finding[side], index));
  const both = findings.map((finding, index) =>
    frames([...finding.before, ...finding.after], index),
  );
  return html`<div class="viewer">
<div class="tabs" role="radiogroup" aria-label="View">${join(tabs, ' ')}
<span class="legend"><i class="gone"></i> only before <i class="came"></i> only after</span></div>
<div class="sheets">
${sheet('overlay', pictures.overlay, pictures.page, both)}
${sheet('before', pictures.before, pictures.page, boxes('before'))}
${sheet('after', pictures.after, pictures.page, boxes('after'))}
</div>
</div>`;
}

function sheet(
  view: string,
  picture: Uint8Array,
  { width, height }: Pictures['page'],
  boxes: readonly Html[],
): Html {
  return html`<figure class="sheet ${view}"><figcaption>${view}</figcaption><div>
<img alt="The page, ${view}" src="data:image/png;base64,${picture.toBase64()}">
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
${join(boxes)}</svg>
</div></figure>`;
}

/** Points around a piece, so that the frame does not cover it. */
const margin = 1.5;

function frames(boxes: readonly Box[], index: number): Html {
  const rects = boxes.map(({ x, y, width, height }) => {
    const [left, top] = [short(x - margin), short(y - margin)];
    const [w, h] = [short(width + 2 * margin), short(height + 2 * margin)];
    return html`<rect x="${left}" y="${top}" width="${w}" height="${h}"/>`;
  });
  return html`<g data-finding="${index}">${join(rects, '')}</g>`;
}

function short(points: number): number {
  return Math.round(points * 10) / 10;
}
