// Where a line of one language may end. It knows neither spans nor widths, hyphenates nothing, and
// keeps no cache.

import LineBreaker from 'linebreak';
import { endsLine, isGlued, unbreakableStretches } from './no-break.ts';

/** `position` indexes the first UTF-16 unit after the break. */
export interface Break {
  readonly position: number;
  /** A line feed or another mandatory break; the line ends here even if more would fit. */
  readonly required: boolean;
}

/**
 * The places inside `text` where a line may end: UAX #14 less what Kazakh and Russian typography
 * keeps together (no-break.ts). The end of the text is not among them.
 */
export function breakOpportunities(text: string): readonly Break[] {
  if (!endsLine.test(text)) return [];
  const stretches = unbreakableStretches(text);
  const breaker = new LineBreaker(text);
  const breaks: Break[] = [];
  let stretch = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position, required } = next;
    if (position >= text.length) break;
    while ((stretches[stretch]?.end ?? text.length) <= position) stretch += 1;
    const isInside = (stretches[stretch]?.start ?? text.length) < position;
    if (required || !(isInside || isGlued(text, position))) breaks.push({ position, required });
  }
  return breaks;
}
