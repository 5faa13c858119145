// Objects that a document holds once, however often they are drawn: fonts, images, forms.

import type { FontSet, Pack } from '../font/face.ts';
import type { Form, VectorImage } from '../typeset/page.ts';
import { deflate, thorough } from './deflate.ts';
import { type Literal, pointerTo } from './literal.ts';
import { embedPack } from './pack-object.ts';
import type { Called } from './painting.ts';
import { type Prepared, preparedForm, preparedImage } from './prepared.ts';
import type { ObjectKeeper, Reference } from './reference.ts';

/** What the names in content streams stand for. */
export interface Resources {
  readonly fonts: Record<string, Literal>;
  readonly objects: Record<string, Literal>;
}

export function noResources(): Resources {
  return { fonts: {}, objects: {} };
}

/** ISO 32000-1, 7.8.3. */
export function resourceDictionary({ fonts, objects }: Resources): object {
  return {
    ...(Object.keys(fonts).length > 0 ? { Font: fonts } : {}),
    ...(Object.keys(objects).length > 0 ? { XObject: objects } : {}),
  };
}

export class SharedObjects {
  readonly #document: ObjectKeeper;
  readonly #fonts: FontSet;
  readonly #packs = new Map<Pack, Literal>();
  readonly #unicodeMaps: { readonly bytes: Uint8Array; readonly reference: Reference }[] = [];
  readonly #images = new Map<VectorImage, Literal>();
  readonly #forms = new Map<string, Literal>();

  constructor(document: ObjectKeeper, fonts: FontSet) {
    this.#document = document;
    this.#fonts = fonts;
  }

  /** Adds what a stream calls to a resource dictionary; what is new to the document is written. */
  addTo(resources: Resources, { packs, images, forms }: Called): void {
    for (const pack of packs) resources.fonts[pack.resource] ??= this.#pack(pack);
    for (const [name, image] of images) resources.objects[name] ??= this.#image(image);
    for (const [name, form] of forms) resources.objects[name] ??= this.#form(form);
  }

  #pack(pack: Pack): Literal {
    return known(this.#packs, pack, () =>
      embedPack(this.#document, pack, this.#unicodeMap(pack.toUnicode)),
    );
  }

  /** Packs of the same letters in different faces have the same map. */
  #unicodeMap(bytes: Uint8Array): Reference {
    const found = this.#unicodeMaps.find((map) => Buffer.compare(map.bytes, bytes) === 0);
    if (found) return found.reference;
    const reference = this.#document.addStream({}, bytes);
    this.#unicodeMaps.push({ bytes, reference });
    return reference;
  }

  #image(image: VectorImage): Literal {
    return known(this.#images, image, () => {
      const prepared = preparedImage(this.#fonts, image);
      return this.#formObject(prepared, () => prepared.packed);
    });
  }

  /** By id, not by identity: every page of a volume brings its own copy of the same form. */
  #form(form: Form): Literal {
    return known(this.#forms, form.id, () => {
      const prepared = preparedForm(this.#fonts, form);
      // A volume of many houses has a new one on nearly every page: setting zlib up for it takes
      // longer than compressing it.
      return this.#formObject(prepared, () => deflate(prepared.content, thorough));
    });
  }

  /** `pack` may lend what it gives: it is written before anything else is packed. */
  #formObject(form: Prepared, pack: () => Uint8Array): Reference {
    const resources = noResources();
    this.addTo(resources, form);
    const Resources = resourceDictionary(resources);
    const named = Object.keys(Resources).length > 0 ? { Resources } : {};
    const dictionary = { Type: 'XObject', Subtype: 'Form', ...form.box, ...named };
    const packed = pack();
    this.#document.identify(packed);
    return this.#document.addStream(dictionary, packed);
  }
}

function known<K>(made: Map<K, Literal>, key: K, make: () => Reference): Literal {
  const found = made.get(key);
  if (found) return found;
  const pointer = pointerTo(make());
  made.set(key, pointer);
  return pointer;
}
