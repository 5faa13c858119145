// What a template may call: the shape of helpers and of their calls. The helpers themselves are
// compose's; the loader checks templates against their signatures before any bill comes.

/** `block` helpers put something on the page, `value` helpers compute, `logic` helpers branch. */
export interface HelperSignature {
  readonly kind: 'block' | 'value' | 'logic';
  /** Named parameters it takes, and what a literal given for each must name. */
  readonly hash: Readonly<Record<string, Naming>>;
  /** What its first parameter names, if it is a literal. */
  readonly first?: Naming;
  /** Given constants, it gives the same for every bill in one edition and language. */
  readonly pure: boolean;
  /** What stands in it must not depend on the bill. */
  readonly constantOnly?: boolean;
  /** Named parameters that tell each bill's own: a call is the same whatever they say. */
  readonly own?: readonly string[];
}

/** `values` are what its parameters say, in their order. */
export interface ValueHelper extends HelperSignature {
  readonly kind: 'value' | 'logic';
  /**
   * What it makes of one or two values is wanted again for the next bill: equal values give the
   * same object, so that what is made of that is found again as well.
   */
  readonly recurs?: boolean;
  /** It looks at its values only: any call will do. */
  readonly placeless?: boolean;
  /** Its first value is a condition, which is not where what it gives comes from. */
  readonly chooses?: boolean;
  run(call: TemplateCall, ...values: readonly unknown[]): unknown;
}

/**
 * `scope` is for its body. `first` and `second` are undefined where a call has fewer values, and
 * `second` is a list of all the others where it has more.
 */
export interface BlockHelper extends HelperSignature {
  readonly kind: 'block';
  /** Its body sees its named parameters and nothing else. */
  readonly alone?: boolean;
  /** It may run the statements of its body one by one. */
  readonly inSteps?: boolean;
  run(call: TemplateCall, scope: Scope, first?: unknown, second?: unknown): unknown;
  /** Puts what `run` gives where the template is; absent where `run` does so itself. */
  put?(call: TemplateCall, built: unknown): void;
  /** `run` for a call that is `steady`: keeps in `made` what all bills may have. */
  runOnce?(call: TemplateCall, scope: Scope, first?: unknown, second?: unknown): unknown;
}

export type Helper = ValueHelper | BlockHelper;

export type Fields = Readonly<Record<string, unknown>>;

/** What names in a template resolve against: the context, and those around it. */
export interface Scope {
  readonly context: unknown;
  /** Laid over the context where a partial was given named parameters. */
  readonly named: Fields | undefined;
  readonly outer: Scope | undefined;
  readonly host: TemplateHost;
  /** The place in the innermost {{#each}} and how many it runs through; -1 outside of one. */
  readonly index: number;
  readonly count: number;
}

/** A part of a template, run where it stands. */
export type Run = (scope: Scope) => void;

/** `any`: no name of the layout. `length`: millimetres or a measure. */
export type Naming =
  | 'any'
  | 'length'
  | 'style'
  | 'tone'
  | 'stroke'
  | 'face'
  | 'label'
  | 'image'
  | 'table'
  | 'column'
  | 'switch';

export type Vocabulary = ReadonlyMap<string, Helper>;

/**
 * What templates write into, one for each setting (an edition in a language); all that
 * programs know of it. What templates keep for a setting they keep in it, so it goes with it.
 */
export interface TemplateHost {
  /** Filled by the program; constants may depend on the setting. */
  readonly kept: unknown[];
  /** For templates that were compiled to be traced. */
  trace?: Trace | undefined;
}

/** Knows from where in the bill the values come that templates see. */
export interface Trace {
  /** The table and column that is being filled. */
  place: { readonly table?: string; readonly column?: string };
  /** Pointers of what `holder` has under a name, or of the holder itself. */
  fieldsOf(holder: unknown, name: string | undefined): readonly string[];
  /** A named value of `holder` comes from these. */
  name(holder: object, name: string, fields: readonly string[]): void;
  /** `laid` has the named values of all these. */
  lay(laid: object, all: readonly object[]): void;
}

/**
 * A call site in a template, as one setting sees it and with its named parameters as they are: the
 * same object for every bill that comes with the same ones, so that helpers keep in it what follows
 * from them.
 */
export interface TemplateCall {
  /** The helper's name, for messages. */
  readonly name: string;
  /** `file:line`, and the same with the column. */
  readonly source: string;
  readonly place: string;
  readonly hash: Fields;
  /** Named parameters that are the bill's own, until the next bill brings others. */
  own: Fields | undefined;
  readonly composer: TemplateHost;
  /** How many values it is given. */
  readonly count: number;
  /** What stands between `{{#name}}` and `{{/name}}`, absent for `{{name}}`. */
  readonly body: Run | undefined;
  /** The statements of the body, for helpers that may not need all of them. */
  readonly steps: readonly Run[] | undefined;
  /** Beside the named parameters nothing in it depends on the bill. */
  readonly steady: boolean;
  /** What the named parameters mean to the helper, and to the place it stands in. */
  attributes: unknown;
  placement: unknown;
  /**
   * What it made, where that may be given again. One alone writes it: of a block `runOnce`, or
   * `run` where there is none, of a value the program.
   */
  made: unknown;
}

/** A template that asks for what is not there; ends the run, with its place. */
export class TemplateMistake extends Error {
  readonly source: string;

  constructor(source: string, message: string) {
    super(message);
    this.source = source;
  }
}
