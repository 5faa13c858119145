// Texts that recur, as small numbers: a city has a million flats but three thousand streets. It
// knows no addresses.

export class Dictionary {
  private readonly key: (text: string) => string;
  private readonly byText = new Map<string, number>();
  private readonly byKey = new Map<string, number>();
  private readonly keys: string[] = [];
  /** By id: the spelling that came first. */
  private readonly spellings: string[] = [];

  /** Texts with one key are one entry. */
  constructor(key: (text: string) => string) {
    this.key = key;
  }

  id(text: string): number {
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const key = this.key(text);
    let id = this.byKey.get(key);
    if (id === undefined) {
      id = this.keys.push(key) - 1;
      this.byKey.set(key, id);
      this.spellings.push(text);
    }
    this.byText.set(text, id);
    return id;
  }

  text(id: number): string | undefined {
    return this.spellings[id];
  }

  get size(): number {
    return this.keys.length;
  }

  /** By id: its place in the order of the keys. */
  ranks(): Uint32Array {
    const { keys } = this;
    const ids = Uint32Array.from(keys, (_, id) => id).sort((a, b) => compare(keys[a], keys[b]));
    const ranks = new Uint32Array(keys.length);
    ids.forEach((id, rank) => {
      ranks[id] = rank;
    });
    return ranks;
  }
}

/** By UTF-16 code units, which are code points in every script that addresses are written in. */
function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
