// Texts that came before, found by their letters. Bills of a town say the same again and again, and
// what is known need neither be made nor be checked once more. It remembers, and decides nothing.

/** The memory is full when either is used up; the letters are UTF-16 code units. */
const mostTexts = 2048;
const mostLetters = 0x10000;

/** A power of 2. With half of them taken, few texts find their slot taken by another. */
const slotBits = 12;
const slotCount = 1 << slotBits;

/** No bill that is read quickly has so many texts that looking farther would pay. */
const mostOrdered = 4096;

/** How far another text may be from its place in the bill before. */
const farthest = 48;

// Of an entry, in 32-bit numbers side by side.
const sum = 0;
const start = 1;
const length = 2;
const kinds = 3;
const marks = 4;
const entrySize = 5;

/** Marks of texts that passed hygiene, free ones and others. Each check has one of its own. */
export const cleanMark = 1;
export const freeMark = 2;

/** Where a text stands among others. */
export interface Place {
  readonly letters: Uint16Array;
  readonly from: number;
  /** Of the quote after the text. */
  readonly to: number;
  readonly checkSum: number;
}

/**
 * A text is kept when it comes in a second bill: of most that one bill has alone nothing stays. It
 * has one slot, by its check sum, and is not kept if that is taken. When the memory is full, all is
 * forgotten, and what still comes is soon known again.
 *
 * Texts are numbered as they come, from 1: those of a bill lie side by side.
 */
export class KnownTexts {
  readonly #entries = new Int32Array((mostTexts + 1) * entrySize);
  readonly #texts: string[] = [''];
  /** Each text is followed by the quote that ends it. */
  readonly #letters = new Uint16Array(mostLetters);
  #letterCount = 0;
  readonly #numbers = new Uint16Array(slotCount);
  /** Of the last text of a slot that was not known: its check sum, and the bill. */
  readonly #newcomers = new Int32Array(slotCount * 2);
  #bill = 0;
  #nextMark = 2 * freeMark;
  /** The text met last; 0 if it was not known. */
  #number = 0;
  /** The numbers of texts in the order of the bill before and of this one, 0 for one not known. */
  #before = new Uint16Array(mostOrdered + farthest);
  #order = new Uint16Array(mostOrdered + farthest);
  #beforeAt = 0;
  #orderAt = 0;

  beginBill(): void {
    this.#bill = (this.#bill + 1) | 0;
    const order = this.#before;
    this.#before = this.#order;
    this.#order = order;
    this.#beforeAt = 0;
    this.#orderAt = 0;
  }

  /**
   * The length of the text that begins here if it is the one that is expected, as bills of one
   * origin say the same in the same order; else -1.
   */
  expect(letters: Uint16Array, from: number): number {
    const number = this.#before[this.#beforeAt] ?? 0;
    const entry = number * entrySize;
    if (number === 0 || !this.#stands(entry, letters, from)) return -1;
    this.#beforeAt += 1;
    this.#note(number);
    return this.#entries[entry + length] ?? 0;
  }

  /** True if the text of these letters is known. */
  find(place: Place): boolean {
    const number = this.#numbers[slotOf(place.checkSum)] ?? 0;
    const entry = number * entrySize;
    const isSame = this.#entries[entry + sum] === place.checkSum;
    const isFound = number > 0 && isSame && this.#stands(entry, place.letters, place.from);
    this.#follow(isFound ? number : 0);
    return isFound;
  }

  /** With its quote. */
  #stands(entry: number, letters: Uint16Array, from: number): boolean {
    const own = this.#letters;
    const begin = this.#entries[entry + start] ?? 0;
    const end = begin + (this.#entries[entry + length] ?? 0);
    const shift = from - begin;
    for (let i = begin; i <= end; i += 1) if (own[i] !== letters[i + shift]) return false;
    return true;
  }

  /** Finds its place in the order of the bill before, or stays before the place of another. */
  #follow(number: number): void {
    const before = this.#before;
    let at = this.#beforeAt;
    const end = at + (number === 0 ? 1 : farthest);
    while (at < end && before[at] !== number) at += 1;
    if (at < end) this.#beforeAt = at + 1;
    this.#note(number);
  }

  #note(number: number): void {
    this.#number = number;
    if (this.#orderAt === mostOrdered) return;
    this.#order[this.#orderAt] = number;
    this.#orderAt += 1;
  }

  /** The text met last. */
  get text(): string {
    return this.#texts[this.#number] ?? '';
  }

  /** Of its letters. */
  get kinds(): number {
    return this.#entries[this.#number * entrySize + kinds] ?? 0;
  }

  /** For a text that was not found. */
  meet({ letters, from, to, checkSum }: Place, text: string, seen: number): void {
    // It would push out all others.
    if (text.length >= mostLetters / 2) return;
    const slot = slotOf(checkSum);
    if (this.#numbers[slot] !== 0 || this.#isFirst(slot, checkSum)) return;
    const isFull = this.#letterCount + text.length >= mostLetters;
    if (isFull || this.#texts.length > mostTexts) this.#forget();
    const number = this.#texts.push(text) - 1;
    this.#numbers[slot] = number;
    this.#entries.set([checkSum, this.#letterCount, text.length, seen, 0], number * entrySize);
    this.#letters.set(letters.subarray(from, to + 1), this.#letterCount);
    this.#letterCount += to + 1 - from;
    this.#order[this.#orderAt - 1] = number;
    this.#number = number;
  }

  #isFirst(slot: number, checkSum: number): boolean {
    const newcomers = this.#newcomers;
    const isSame = newcomers[2 * slot] === checkSum;
    if (isSame && newcomers[2 * slot + 1] !== this.#bill) return false;
    newcomers[2 * slot] = checkSum;
    newcomers[2 * slot + 1] = this.#bill;
    return true;
  }

  #forget(): void {
    this.#texts.length = 1;
    this.#letterCount = 0;
    this.#numbers.fill(0);
    this.#before.fill(0);
    this.#order.fill(0);
  }

  /** A mark for a check; 0, which no text ever has, when there are no more. */
  newMark(): number {
    const mark = this.#nextMark;
    this.#nextMark <<= 1;
    return mark;
  }

  /** Whether the text met last has this mark, one bit. */
  has(mark: number): boolean {
    return ((this.#entries[this.#number * entrySize + marks] ?? 0) & mark) !== 0;
  }

  /** What is noted of a text must be true of it wherever it stands. */
  note(mark: number): true {
    const place = this.#number * entrySize + marks;
    if (this.#number > 0) this.#entries[place] = (this.#entries[place] ?? 0) | mark;
    return true;
  }

  /** For a text that is read in another way. */
  leave(): void {
    this.#follow(0);
  }
}

function slotOf(checkSum: number): number {
  // Fibonacci hashing: 2^32 divided by the golden ratio spreads over the upper bits.
  return Math.imul(checkSum, 0x9e3779b1) >>> (32 - slotBits);
}
