// Texts with names in braces, such as `…?account={account}`: cut into what they say themselves and
// the names. What a name stands for, and which names there are, is the caller's.

/** One literal more than names; either may be empty. */
export interface CutText {
  readonly literals: readonly string[];
  readonly names: readonly string[];
  /** A brace belongs to no name. */
  readonly isStray: boolean;
}

/** Templates that are kept: the bills of a town come with the same few. */
const kept = 64;

export class TextCutter {
  readonly #name: RegExp;
  readonly #known = new Map<string, CutText>();

  /** `name` matches a name with its braces; its one group is the name alone. */
  constructor(name: RegExp) {
    this.#name = name;
  }

  cut(template: string): CutText {
    const known = this.#known.get(template);
    if (known !== undefined) return known;
    // Splitting gives literals and names in turn.
    const pieces = template.split(this.#name);
    const literals = pieces.filter((_, index) => index % 2 === 0);
    const names = pieces.filter((_, index) => index % 2 === 1);
    const made = { literals, names, isStray: literals.some((text) => /[{}]/.test(text)) };
    if (this.#known.size === kept) this.#known.clear();
    this.#known.set(template, made);
    return made;
  }
}

export function fillText({ literals, names }: CutText, fill: (name: string) => string): string {
  let text = literals[0] ?? '';
  for (let index = 0; index < names.length; index += 1) {
    text += fill(names[index] ?? '') + (literals[index + 1] ?? '');
  }
  return text;
}
