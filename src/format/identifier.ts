// Account numbers of banks as people read them. Phones and meter serials are printed as given:
// their own spacing is part of what the consumer compares.

import { nbsp } from './number.ts';

/** ISO 13616 asks for groups of four on paper; no-break spaces keep them on one line. */
export function formatIban(iban: string): string {
  const groups: string[] = [];
  for (let start = 0; start < iban.length; start += 4) groups.push(iban.slice(start, start + 4));
  return groups.join(nbsp);
}
