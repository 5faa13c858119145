// A typed array that grows: a million numbers without a million objects.

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

export class Growing<T extends Numbers> {
  private readonly make: (size: number) => T;
  private values: T;
  private count = 0;

  constructor(make: (size: number) => T) {
    this.make = make;
    this.values = make(1024);
  }

  push(value: number): void {
    if (this.count === this.values.length) this.values = this.copy(2 * this.count);
    this.values[this.count] = value;
    this.count += 1;
  }

  /** What was pushed and not a byte more. */
  finish(): T {
    return this.copy(this.count);
  }

  private copy(size: number): T {
    const copy = this.make(size);
    copy.set(this.values.subarray(0, this.count));
    return copy;
  }
}
