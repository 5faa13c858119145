// A text with values → parts that fill it. Handlebars reads it; of its language only values and
// helpers remain, so that a text can neither branch, nor loop, nor reach anything else.

import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { isLocalDate } from '../bill/date.ts';
import { isPeriod } from '../bill/period.ts';
import type { Language } from '../format/language.ts';
import {
  isTextValue,
  type TextValueName,
  type TextValues,
  textValues,
  type ValueKind,
  type Wordings,
} from './wording.ts';

export interface NoticeText {
  readonly fill: (values: TextValues) => string;
  /** What the text mentions; a bill that lacks one of them cannot have the notice. */
  readonly mentions: ReadonlySet<TextValueName>;
}

/** The text, or everything that is wrong with it: reasons without a place. */
export type CompiledText =
  | { readonly ok: true; readonly text: NoticeText }
  | { readonly ok: false; readonly reasons: readonly string[] };

export function compileText(source: string, language: Language, wordings: Wordings): CompiledText {
  const scope: Scope = { language, wordings, mentions: new Set(), reasons: [] };
  const parts = readStatements(source, scope).map((statement) => partOf(statement, scope));
  const { mentions, reasons } = scope;
  if (reasons.length > 0) return { ok: false, reasons };
  const fill = (values: TextValues) => parts.map((part) => part(values)).join('');
  return { ok: true, text: { fill, mentions } };
}

interface Scope {
  readonly language: Language;
  readonly wordings: Wordings;
  readonly mentions: Set<TextValueName>;
  readonly reasons: string[];
}

type Part = (values: TextValues) => string;

const nothing: Part = () => '';

function readStatements(source: string, { reasons }: Scope): readonly hbs.AST.Statement[] {
  try {
    return parse(source).body;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reasons.push(message.replaceAll('\n', ' '));
    return [];
  }
}

/** Handlebars types its nodes as one open interface, so each kind needs a cast to its own. */
function partOf(statement: hbs.AST.Statement, scope: Scope): Part {
  switch (statement.type) {
    case 'CommentStatement':
      return nothing;
    case 'ContentStatement': {
      const { value } = statement as hbs.AST.ContentStatement;
      return () => value;
    }
    case 'MustacheStatement':
      return mustacheOf(statement as hbs.AST.MustacheStatement, scope);
    default:
      return refuse(scope, `a text has no ${statement.type}: values and helpers only`);
  }
}

function mustacheOf(mustache: hbs.AST.MustacheStatement, scope: Scope): Part {
  const { path, params, hash, escaped } = mustache;
  const name = nameOf(path);
  if (!escaped) return refuse(scope, '{{{…}}} has no meaning here; write {{…}}');
  if ((hash?.pairs ?? []).length > 0) return refuse(scope, `{{${name}}} takes no named parameters`);
  const wording = scope.wordings.get(name);
  if (wording === undefined) return bareValue(name, params.length, scope);
  const { takes, say } = wording;
  if (params.length !== takes.length) {
    return refuse(scope, `{{${name}}} takes ${takes.join(', ')}`);
  }
  const args = takes.map((kind, index) => argumentOf(params[index], { kind, name }, scope));
  return (values) =>
    say(
      args.map((argument) => argument(values)),
      scope.language,
    );
}

/** A value by itself, without a helper. */
function bareValue(name: string, paramCount: number, scope: Scope): Part {
  if (paramCount > 0) {
    const known = [...scope.wordings.keys()].join(', ');
    return refuse(scope, `there is no helper "${name}"; texts have: ${known}`);
  }
  if (!isTextValue(name)) return refuse(scope, unknownValue(name));
  const kind = textValues[name];
  if (kind !== 'text') {
    const fitting = [...scope.wordings].filter(([, { takes }]) => takes[0] === kind);
    const helpers = fitting.map(([helper]) => `{{${helper} ${name}}}`).join(', ');
    return refuse(scope, `{{${name}}} is a ${kind}; write ${helpers}`);
  }
  scope.mentions.add(name);
  return (values) => String(values[name] ?? '');
}

type Argument = (values: TextValues) => unknown;

function argumentOf(
  node: hbs.AST.Expression | undefined,
  wanted: { readonly kind: ValueKind; readonly name: string },
  scope: Scope,
): Argument {
  const literal = literalOf(node);
  if (literal !== undefined) {
    if (isOfKind(literal, wanted.kind)) return () => literal;
    return refuse(scope, `{{${wanted.name}}} takes a ${wanted.kind}, not "${literal}"`);
  }
  const name = node === undefined ? '' : nameOf(node);
  if (!isTextValue(name)) return refuse(scope, unknownValue(name));
  if (textValues[name] !== wanted.kind) {
    const reason = `{{${wanted.name}}} takes a ${wanted.kind}; ${name} is a ${textValues[name]}`;
    return refuse(scope, reason);
  }
  scope.mentions.add(name);
  return (values) => values[name];
}

/** As above, a cast from the open node type. */
function literalOf(node: hbs.AST.Expression | undefined): string | number | undefined {
  if (node?.type === 'StringLiteral') return (node as hbs.AST.StringLiteral).value;
  if (node?.type === 'NumberLiteral') return (node as hbs.AST.NumberLiteral).value;
  return undefined;
}

function isOfKind(literal: string | number, kind: ValueKind): boolean {
  if (typeof literal === 'number') return kind === 'number';
  if (kind === 'date') return isLocalDate(literal);
  return kind === 'period' && isPeriod(literal);
}

/** As above, a cast from the open node type. */
function nameOf(node: hbs.AST.Node): string {
  return node.type === 'PathExpression' ? (node as hbs.AST.PathExpression).original : node.type;
}

function unknownValue(name: string): string {
  return `a bill has no value "${name}" for texts; it has: ${Object.keys(textValues).join(', ')}`;
}

function refuse(scope: Scope, reason: string): Part {
  scope.reasons.push(reason);
  return nothing;
}
