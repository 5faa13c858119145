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
}

export interface Helper extends HelperSignature {
  run(call: TemplateCall): unknown;
}

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

/** What templates write into; all that the interpreter needs to know of it. */
export interface TemplateHost {
  /** One number for each edition and language of a layout: what constants may depend on. */
  readonly setting: number;
}

/** One use of a helper in a template. */
export interface TemplateCall {
  /** The helper's name, for messages. */
  readonly name: string;
  readonly args: readonly unknown[];
  readonly hash: Readonly<Record<string, unknown>>;
  readonly composer: TemplateHost;
  /** `file:line`. */
  readonly source: string;
  readonly site: Site;
  /**
   * What stands between `{{#name}}` and `{{/name}}`, absent for `{{name}}`. It sees what stands
   * around it, or the context it is given and that alone.
   */
  readonly body: ((context?: object) => void) | undefined;
}

/** A place in a template, the same object for every bill. */
export interface Site {
  /** `file:line:column`. */
  readonly place: string;
  /** Nothing in it depends on the bill. */
  readonly constant: boolean;
  /** Every named parameter is a literal: what they mean may be worked out once per setting. */
  readonly fixed: boolean;
  /** By setting: what a constant place gave. */
  readonly memo: unknown[];
  /** By setting: what fixed parameters mean to the helper, and to the place it stands in. */
  readonly attributes: unknown[];
  readonly placement: unknown[];
}

/** A template that asks for what is not there; ends the run, with its place. */
export class TemplateMistake extends Error {
  readonly source: string;

  constructor(source: string, message: string) {
    super(message);
    this.source = source;
  }
}
