// The names by which content streams call images and forms. It draws nothing.

import { hash } from 'node:crypto';
import type { Form, VectorImage } from '../typeset/page.ts';

/** Equal objects get equal names: images by what they show, forms by id. */
export class Naming {
  readonly #forms = new Map<string, string>();

  /** The same in every stream, so that one may be written into another. */
  image(image: VectorImage): string {
    const known = imageNames.get(image);
    if (known !== undefined) return known;
    const name = `I${hash('sha256', JSON.stringify(image)).slice(0, imageDigits)}`;
    imageNames.set(image, name);
    return name;
  }

  /** By id, not by identity: every page of a volume brings its own copy of the same form. */
  form({ id }: Form): string {
    const known = this.#forms.get(id);
    if (known !== undefined) return known;
    const name = `X${this.#forms.size}`;
    this.#forms.set(id, name);
    return name;
  }
}

/** 48 bits: two of ten thousand images have the same name once in five million. */
const imageDigits = 12;

const imageNames = new WeakMap<VectorImage, string>();
