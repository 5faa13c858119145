// Chance that repeats: the same seed and place give the same draws. It is no source of secrets.

export class Chance {
  private state: number;

  /** `salts` say what is drawn for, such as the number of a house. */
  constructor(seed: number, ...salts: readonly number[]) {
    let state = mix(seed >>> 0);
    for (const salt of salts) state = mix(state ^ Math.imul(salt + 1, 0x9e3779b1));
    this.state = state;
  }

  /** 0 to 2^32 − 1. */
  draw(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    return mix(this.state);
  }

  /** 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor((this.draw() / 0x1_0000_0000) * count);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  happens(share: number): boolean {
    return share >= 1 || (share > 0 && this.draw() < share * 0x1_0000_0000);
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }
}

/** MurmurHash3's finaliser: every bit of the number moves half of the bits of the result. */
function mix(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
