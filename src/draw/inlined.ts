// Which forms have their content written into the content of a page, instead of being objects of
// their own. What recurs within a document is told by who writes it.

import type { FontSet } from '../font/face.ts';
import type { Form } from '../typeset/page.ts';
import type { InlinedForm, Inlining } from './painting.ts';
import { preparedForm } from './prepared.ts';

/** All that may be: the names of forms are a stream's own. */
export function inlineAll(fonts: FontSet): Inlining {
  return (form) => {
    const prepared = preparedForm(fonts, form);
    return prepared.forms.size === 0 ? prepared : undefined;
  };
}

/** For one page. Each id is asked about once: two equal forms are one object by chance only. */
export function inlineSome(fonts: FontSet, isInlined: (form: Form) => boolean): Inlining {
  const inline = inlineAll(fonts);
  const asked = new Map<string, InlinedForm | null>();
  return (form) => {
    const { id } = form;
    const known = asked.get(id);
    if (known !== undefined) return known ?? undefined;
    const whole = isInlined(form) ? inline(form) : undefined;
    const inlined = whole && searched(whole);
    asked.set(id, inlined ?? null);
    return inlined;
  };
}

/** For one page only: compressed beforehand, alone, it would take more time and more bytes. */
function searched({ framed, packs, images }: InlinedForm): InlinedForm {
  return { framed, packs, images, packedPart: undefined };
}
