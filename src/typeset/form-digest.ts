// What a form says, as 64 bits: the same place in a template makes many forms, and a file must not
// take one for another. It knows no kind of item.

import type { Item } from './page.ts';

/** Its height is not in its items: fills are not among them. */
export function formDigest(height: number, items: readonly Item[]): string {
  const digest = new Digest();
  digest.add(height);
  digest.add(items);
  return digest.finish();
}

/** Numbers are hashed by the 64 bits that they are. */
const number = new Float64Array(1);
const words = new Int32Array(number.buffer);

/** Images and symbols are the same objects for many forms, and large. */
const known = new WeakMap<object, string>();

/** Two lanes over words of 32 bits and letters. */
class Digest {
  #low = 0x811c9dc5;
  #high = 0x9747b28c;

  add(value: unknown): void {
    if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'string') this.#text(value);
    else if (Array.isArray(value)) {
      this.#word(value.length);
      for (const one of value) this.add(one);
    } else if (typeof value === 'object' && value !== null) this.#fields(value);
    else this.#word(value === true ? 1 : value === false ? 2 : 3);
  }

  finish(): string {
    const halves = [this.#low, this.#high];
    return halves.map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #fields(fields: object): void {
    for (const [key, value] of Object.entries(fields)) {
      if (value === undefined) continue;
      this.#text(key);
      if (typeof value === 'object' && value !== null) this.#text(digestOf(value));
      else this.add(value);
    }
  }

  #number(value: number): void {
    number[0] = value;
    this.#word(words[0] ?? 0);
    this.#word(words[1] ?? 0);
  }

  #text(text: string): void {
    this.#word(text.length);
    for (let at = 0; at < text.length; at += 1) this.#word(text.charCodeAt(at));
  }

  #word(word: number): void {
    this.#low = mixed(this.#low, word, 0xcc9e2d51, 0x1b873593);
    this.#high = mixed(this.#high, word, 0x239b961b, 0x38b34ae5);
  }
}

/** A step of MurmurHash3: numbers differ in their high bits, which must reach the low ones. */
function mixed(state: number, word: number, first: number, second: number): number {
  const spread = Math.imul(word, first);
  const scrambled = Math.imul((spread << 15) | (spread >>> 17), second);
  const joined = state ^ scrambled;
  return (Math.imul((joined << 13) | (joined >>> 19), 5) + 0xe6546b64) | 0;
}

function digestOf(value: object): string {
  const before = known.get(value);
  if (before !== undefined) return before;
  const digest = new Digest();
  digest.add(value);
  const made = digest.finish();
  known.set(value, made);
  return made;
}
