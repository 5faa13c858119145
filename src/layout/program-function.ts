// A generated function while it is written: its variables and the scopes they stand for. What its
// statements say is program-statement.ts's.

/** Names of values that are laid over a context: those that a partial was given. */
export type Laid = ReadonlySet<string>;

export const nothingLaid: Laid = new Set();

/** A scope as it is known before any bill comes; `../` leads to the one around it. */
export class Level {
  readonly laid: Laid;
  readonly outer: Level | undefined;
  readonly #id: number;
  #isUsed = false;
  #isRead = false;

  constructor(id: number, laid: Laid, outer: Level | undefined) {
    this.#id = id;
    this.laid = laid;
    this.outer = outer;
  }

  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** The variable of the scope. */
  scope(): string {
    this.#isUsed = true;
    return `s${this.#id}`;
  }

  /** The variable of what its context has under names. */
  fields(): string {
    this.#isUsed = true;
    this.#isRead = true;
    return `c${this.#id}`;
  }

  /** Declares the variables, once it is known which are used; `scope` is an expression. */
  declared(scope: string): string[] {
    const fields = `const c${this.#id} = fieldsOf(s${this.#id}.context);`;
    return [`const s${this.#id} = ${scope};`, ...(this.#isRead ? [fields] : [])];
  }

  /** The level so many steps out; undefined where there is none. */
  at(depth: number): Level | undefined {
    return depth === 0 ? this : this.outer?.at(depth - 1);
  }

  /** What is laid over its context and over those around it. */
  chain(): readonly Laid[] {
    return [this.laid, ...(this.outer?.chain() ?? [])];
  }
}

export class FunctionSource {
  readonly name: string;
  /** Of the scope that the function is given. */
  readonly level: Level;
  readonly #temps = ['t'];
  #levels: number;

  /** `chain` tells of the scope that it is given and of those around that one. */
  constructor(name: string, chain: readonly Laid[]) {
    const levelAt = (id: number): Level | undefined => {
      const laid = chain[id];
      return laid && new Level(id, laid, levelAt(id + 1));
    };
    this.name = name;
    this.level = levelAt(0) ?? new Level(0, nothingLaid, undefined);
    this.#levels = chain.length;
  }

  /** A scope that the function makes itself: what {{#each}} and {{#with}} see. */
  levelWithin(outer: Level): Level {
    this.#levels += 1;
    return new Level(this.#levels - 1, nothingLaid, outer);
  }

  /** A variable of its own; `t` serves where a value is looked at again at once. */
  temp(): string {
    const name = `q${this.#temps.length}`;
    this.#temps.push(name);
    return name;
  }

  /** The whole function, around its statements. */
  text(lines: readonly string[], parameters: readonly string[] = []): string {
    const [, ...ownFields] = this.level.declared('s0');
    const around = this.#levelsAround().flatMap((one, index) => one.declared(`s${index}.outer`));
    return [
      `function ${this.name}(${['s0', ...parameters].join(', ')}) {`,
      ...indented([
        'const { host } = s0;',
        'const { kept } = host;',
        ...ownFields,
        ...around,
        `let ${this.#temps.join(', ')};`,
        ...lines,
      ]),
      '}',
    ].join('\n');
  }

  /** As far out as statements look. */
  #levelsAround(): readonly Level[] {
    const around: Level[] = [];
    for (let { outer } = this.level; outer !== undefined; outer = outer.outer) around.push(outer);
    while (around.at(-1)?.isUsed === false) around.pop();
    return around;
  }
}

export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
