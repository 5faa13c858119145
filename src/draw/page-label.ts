// What the pages of a document are called (ISO 32000-1, 12.4.2). Labels that count on are one
// range, and ranges are written as soon as a node of them is full.

import { type Literal, pointerTo } from './literal.ts';
import { fanOut } from './page-tree.ts';
import type { PdfaDocument } from './pdfa-document.ts';
import type { Reference } from './reference.ts';

/** Pages whose labels are a prefix and a number that counts on. */
interface Range {
  readonly prefix: string;
  /** The number of the next page; undefined if the label has none. */
  readonly next: number | undefined;
}

export class PageLabels {
  readonly #document: PdfaDocument;
  #range: Range = { prefix: '', next: undefined };
  /** Indices and label dictionaries in turns: the node in the making. */
  #nums: unknown[] = [];
  readonly #kids: Literal[] = [];
  #used = false;

  constructor(document: PdfaDocument) {
    this.#document = document;
  }

  /** Called for every page, in order; a page without a label shows none. */
  add(index: number, label = ''): void {
    const { prefix, number } = split(label);
    const goesOn = index > 0 && prefix === this.#range.prefix && number === this.#range.next;
    this.#range = { prefix, next: number === undefined ? undefined : number + 1 };
    this.#used ||= label !== '';
    if (goesOn) return;
    const style = number === undefined ? {} : { S: 'D', St: number };
    this.#nums.push(index, { ...style, ...(prefix === '' ? {} : { P: new String(prefix) }) });
    if (this.#nums.length === 2 * fanOut) this.#writeNode();
  }

  /** Undefined if no page has a label. */
  finish(): Reference | undefined {
    if (!this.#used) return undefined;
    if (this.#kids.length === 0) return this.#document.addDictionary({ Nums: this.#nums });
    if (this.#nums.length > 0) this.#writeNode();
    return this.#document.addDictionary({ Kids: this.#kids });
  }

  #writeNode(): void {
    const Limits = [this.#nums[0], this.#nums.at(-2)];
    this.#kids.push(pointerTo(this.#document.addDictionary({ Limits, Nums: this.#nums })));
    this.#nums = [];
  }
}

/** `A-012` is `A-0` and 12: a label counts without leading zeros. */
function split(label: string): { readonly prefix: string; readonly number: number | undefined } {
  const [, prefix = label, digits] = /^(.*?)([1-9]\d{0,8})?$/su.exec(label) ?? [];
  return { prefix, number: digits === undefined ? undefined : Number(digits) };
}
