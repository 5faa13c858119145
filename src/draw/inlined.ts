// Forms whose content stands in the content of a page instead of in an object of their own. What
// recurs within a document is told by who writes it.

import type { FontSet } from '../font/face.ts';
import type { Form, Item } from '../typeset/page.ts';
import type { InlinedForm } from './painting.ts';
import { type Prepared, preparedForm } from './prepared.ts';

/** For each form among the items; undefined where it is called by a name. */
export type InlinedForms = readonly (InlinedForm | undefined)[];

/** All that may be. They are prepared before the page is drawn: one stream is drawn at a time. */
export function allInlined(items: readonly Item[], fonts: FontSet): InlinedForms {
  const inlined: (InlinedForm | undefined)[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item?.kind === 'form') inlined.push(inlinedOf(preparedForm(fonts, item.form)));
  }
  return inlined;
}

/** Each id is asked about once: whether two equal forms of a page are one object is chance. */
export function someInlined(
  items: readonly Item[],
  fonts: FontSet,
  isInlined: (form: Form) => boolean,
): InlinedForms {
  const asked = new Map<string, InlinedForm | undefined>();
  return items.flatMap((item) => {
    if (item.kind !== 'form') return [];
    const { form } = item;
    if (!asked.has(form.id)) {
      asked.set(form.id, isInlined(form) ? inlinedOf(preparedForm(fonts, form)) : undefined);
    }
    return [asked.get(form.id)];
  });
}

/** The names of forms are a stream's own. */
function inlinedOf(prepared: Prepared): InlinedForm | undefined {
  return prepared.forms.size === 0 ? prepared : undefined;
}
