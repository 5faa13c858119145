// The names by which content streams call images and forms. It draws nothing.

import type { Form, VectorImage } from '../typeset/page.ts';

/** Equal objects get equal names: images by identity, forms by id. */
export class Naming {
  readonly #images = new Map<VectorImage, string>();
  readonly #forms = new Map<string, string>();

  image(image: VectorImage): string {
    return named(this.#images, image, 'I');
  }

  /** By id, not by identity: every page of a volume brings its own copy of the same form. */
  form({ id }: Form): string {
    return named(this.#forms, id, 'X');
  }
}

/** I0, I1… and X0, X1… in the order in which they are met. */
function named<K>(names: Map<K, string>, key: K, letter: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `${letter}${names.size}`;
  names.set(key, name);
  return name;
}
