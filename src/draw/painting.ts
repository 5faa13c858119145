// What the painters of items share while one content stream is made: the writers, and what the
// stream calls. It paints nothing.

import assert from 'node:assert/strict';
import type { FontSet, Pack } from '../font/face.ts';
import type { Form, VectorImage } from '../typeset/page.ts';
import type { Naming } from './naming.ts';
import type { Inlined, Operators } from './operators.ts';
import { TextSetter } from './text.ts';
import type { StreamKind } from './text-operators.ts';

/** What a stream calls by name; none of the packs stands there twice. */
export interface Called {
  readonly packs: readonly Pack[];
  readonly images: ReadonlyMap<string, VectorImage>;
  readonly forms: ReadonlyMap<string, Form>;
}

/** A form whose content is written where it stands, and what that content calls. */
export type InlinedForm = Inlined & Pick<Called, 'packs' | 'images'>;

/** What is written instead of the name of a form, if anything. */
export type Inlining = (form: Form) => InlinedForm | undefined;

interface Setting {
  readonly fonts: FontSet;
  readonly naming: Naming;
  /** Points; items count y from the top, PDF from the bottom. */
  readonly height: number;
  readonly inlined: Inlining | undefined;
}

export class Painting implements Called {
  readonly operators: Operators;
  readonly text: TextSetter;
  readonly height: number;
  readonly images = new Map<string, VectorImage>();
  readonly forms = new Map<string, Form>();
  readonly #naming: Naming;
  readonly #inlined: Setting['inlined'];

  constructor(start: StreamKind, operators: Operators, setting: Setting) {
    const { naming, height, inlined } = setting;
    this.operators = operators;
    this.text = new TextSetter(start, operators, setting);
    this.height = height;
    this.#naming = naming;
    this.#inlined = inlined;
  }

  get packs(): readonly Pack[] {
    return this.text.packs;
  }

  /** The name that the stream's resource dictionary will know it by. */
  imageName(image: VectorImage): string {
    const name = this.#naming.image(image);
    this.#noteImage(name, image);
    return name;
  }

  formName(form: Form): string {
    const name = this.#naming.form(form);
    this.forms.set(name, form);
    return name;
  }

  inlined(form: Form): InlinedForm | undefined {
    const inlined = this.#inlined?.(form);
    if (inlined === undefined) return undefined;
    const { packs, images } = inlined;
    for (let index = 0; index < packs.length; index += 1) this.text.notePack(packs[index]);
    if (images.size > 0) for (const [name, image] of images) this.#noteImage(name, image);
    return inlined;
  }

  /** An image that is drawn in the place of another would be worse than no page. */
  #noteImage(name: string, image: VectorImage): void {
    const known = this.images.get(name);
    // Two layouts may have each their own copy of an image.
    if (known !== undefined && known !== image) {
      assert.deepEqual(known, image, 'two images have one name');
    }
    this.images.set(name, image);
  }
}
