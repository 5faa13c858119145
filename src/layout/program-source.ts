// The source of a program while it is written: functions, and what they are handed because it
// cannot be or should not be said in code. What functions say is program-statement.ts's.

import type { CallSite } from './program-callee.ts';
import { FunctionSource, type Laid } from './program-function.ts';
import type { Path } from './program-name.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A template or partial as parsed. */
export interface TemplateTree {
  readonly name: string;
  /** As messages name it: `<layout>/bill.hbs`. */
  readonly file: string;
  readonly program: hbs.AST.Program;
}

export interface Compiling {
  /** What templates may call by `{{> name}}`. */
  readonly partials: ReadonlyMap<string, TemplateTree>;
  readonly vocabulary: Vocabulary;
  /** For the page model, which says where values come from: see program-origin.ts. */
  readonly traced: boolean;
}

/** A template that is called, with the names of what its callers lay over its context. */
interface Wanted {
  readonly tree: TemplateTree;
  readonly fn: FunctionSource;
}

/** What functions are handed as lists, by the names that these have in the code. */
interface Lists {
  readonly sites: CallSite[];
  readonly paths: Path[];
}

export class ProgramSource {
  readonly given: Compiling;
  /** Declarations of functions and what follows them. */
  readonly code: string[] = [];
  readonly lists: Lists = { sites: [], paths: [] };
  /** Functions of helpers by their names in the code. */
  readonly captured = new Map<string, unknown>();
  /** How many things it keeps for each setting. */
  slots = 0;
  readonly #templates = new Map<string, FunctionSource>();
  readonly #wanted: Wanted[] = [];
  readonly #names = new Map<unknown, string>();
  #named = 0;

  constructor(given: Compiling) {
    this.given = given;
  }

  /** An identifier that nothing else has and that says, in profiles, where it comes from. */
  identifier(text: string): string {
    this.#named += 1;
    return `$${text.replaceAll(/\W/g, '_')}_${this.#named}`;
  }

  /** The name of a function that is handed in. */
  capture(value: unknown, text: string): string {
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    const name = this.identifier(text);
    this.#names.set(value, name);
    this.captured.set(name, value);
    return name;
  }

  /** An expression that gives `entry`. */
  listed<K extends keyof Lists>(name: K, entry: Lists[K][number]): string {
    const list: (Path | CallSite)[] = this.lists[name];
    return `${name}[${list.push(entry) - 1}]`;
  }

  slot(): number {
    this.slots += 1;
    return this.slots - 1;
  }

  /** The name of the function of a partial that is called with such names. */
  partial(name: string, laid: Laid): string {
    const tree = this.given.partials.get(name);
    // The checks before have refused it.
    if (tree === undefined) throw new TypeError(`there is no partial "${name}"`);
    return this.template(tree, laid);
  }

  /**
   * A template has a function for each set of names that comes: so each name in it is known to be
   * one of them or a field of the context. They are written in turn, as they may call each other.
   */
  template(tree: TemplateTree, laid: Laid): string {
    const key = JSON.stringify([tree.file, ...[...laid].sort()]);
    const known = this.#templates.get(key);
    if (known !== undefined) return known.name;
    const fn = new FunctionSource(this.identifier(tree.name), [laid]);
    this.#templates.set(key, fn);
    this.#wanted.push({ tree, fn });
    return fn.name;
  }

  /** The next template to be written. */
  next(): Wanted | undefined {
    return this.#wanted.shift();
  }
}
