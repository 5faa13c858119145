// The pages of a document as a balanced tree. Nodes are written as soon as they are full, so a
// long document is never in memory; it knows nothing of what stands on a page.

import assert from 'node:assert/strict';
import { Literal } from './literal.ts';
import type { Reference } from './reference.ts';

/**
 * Children of one node. Viewers reach a page of 50,000 in three steps, and no node is larger than
 * a page's content.
 */
export const fanOut = 64;

/** A node that still takes children; its object is written when it is full or the document ends. */
interface OpenNode {
  readonly reference: Reference;
  kids: string;
  kidCount: number;
  pageCount: number;
}

/** `first` is an object that is not written yet: the lowest node, and the only one if few pages. */
export class PageTree {
  readonly #create: () => Reference;
  /** The open node of each level, lowest first. */
  readonly #open: OpenNode[];

  constructor(first: Reference, create: () => Reference) {
    this.#create = create;
    this.#open = [emptyNode(first)];
  }

  /** The node that the next page hangs on; another one from time to time. */
  parent(): Reference {
    this.#makeRoom(0);
    return this.#level(0).reference;
  }

  /** The page has `parent()` as its Parent. */
  append(page: Literal | Reference): void {
    this.#adopt(0, page, 1);
  }

  /** Writes every node but the top, which is returned: the catalogue refers to it. */
  finish(): Reference {
    for (let level = 0; level < this.#open.length - 1; level += 1) this.#close(level);
    const top = this.#level(this.#open.length - 1);
    fill(top);
    return top.reference;
  }

  /** A full node is written when a child comes that it cannot take. */
  #makeRoom(level: number): void {
    if (this.#level(level).kidCount < fanOut) return;
    this.#close(level);
    this.#open[level] = emptyNode(this.#create());
  }

  /** The parent must be known before the node is written; it is created when first needed. */
  #close(level: number): void {
    const node = this.#level(level);
    if (level + 1 === this.#open.length) this.#open.push(emptyNode(this.#create()));
    this.#makeRoom(level + 1);
    Object.assign(node.reference.data, { Parent: this.#level(level + 1).reference });
    fill(node);
    node.reference.finalize();
    this.#adopt(level + 1, node.reference, node.pageCount);
  }

  #adopt(level: number, kid: Literal | Reference, pageCount: number): void {
    const node = this.#level(level);
    node.kids += `${kid} `;
    node.kidCount += 1;
    node.pageCount += pageCount;
  }

  #level(level: number): OpenNode {
    return this.#open[level] ?? assert.fail('the page tree has no such level');
  }
}

function emptyNode(reference: Reference): OpenNode {
  return { reference, kids: '', kidCount: 0, pageCount: 0 };
}

function fill({ reference, kids, pageCount }: OpenNode): void {
  const Kids = new Literal(`[${kids.trimEnd()}]`);
  Object.assign(reference.data, { Type: 'Pages', Count: pageCount, Kids });
}
