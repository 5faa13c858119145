// Forms whose content stands in the content of a page instead of in an object of their own. What
// recurs within a document is told by who writes it.

import type { FontSet } from '../font/face.ts';
import type { Form, Page } from '../typeset/page.ts';
import type { Drawing } from './drawing.ts';
import { preparedForm } from './prepared.ts';

/**
 * By id, each asked about once: whether two equal forms of a page are one object is chance.
 * Prepared before the page is drawn, since only one stream is in work at a time.
 */
export function inlinedForms(
  { items }: Page,
  fonts: FontSet,
  isInlined: (form: Form) => boolean,
): ReadonlyMap<string, Drawing> {
  const inlined = new Map<string, Drawing>();
  const asked = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'form' || asked.has(item.form.id)) continue;
    asked.add(item.form.id);
    if (!isInlined(item.form)) continue;
    const prepared = preparedForm(fonts, item.form);
    // The names of forms are a stream's own.
    if (prepared.forms.size === 0) inlined.set(item.form.id, prepared);
  }
  return inlined;
}
