// Rules over the form of a file: its name, first line, exports, casts and leftovers.

import {
  isAsExpression,
  isCallExpression,
  isExportAssignment,
  isExportDeclaration,
  isIdentifier,
  isPropertyAccessExpression,
  isStatement,
  isTypeReferenceNode,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { commentAbove, comments, lineOf, type Module, nodes } from './module.ts';
import type { Finding, Project } from './project.ts';

/** Names that say nothing of what is inside. */
const emptyNames = ['utils', 'util', 'helpers', 'common', 'manager', 'service', 'data', 'info'];

export function checkFileNames({ modules }: Project): readonly Finding[] {
  return modules.flatMap((module) => {
    const parts = module.path.replace(/(?:\.test)?\.ts$/u, '').split('/');
    const odd = parts.find((part) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(part));
    const empty = parts.find((part) => emptyNames.includes(part));
    return [
      ...(odd === undefined ? [] : [finding(module, 1, `write ${odd} in kebab-case`)]),
      ...(empty === undefined
        ? []
        : [finding(module, 1, `${empty} names nothing: call it by what it holds`)]),
    ];
  });
}

export function checkFirstLine({ modules }: Project): readonly Finding[] {
  return modules
    .filter(({ text }) => !/^(?:#!.*\n)?\/\/ \S/u.test(text))
    .map((module) =>
      finding(module, 1, 'begin the file with `// ` and what it is and deliberately does not do'),
    );
}

export function checkExports({ modules }: Project): readonly Finding[] {
  return modules.flatMap((module) =>
    [...nodes(module.tree)].flatMap((node) => {
      const line = lineOf(module, node);
      if (isExportAssignment(node) || node.kind === SyntaxKind.DefaultKeyword) {
        return [finding(module, line, 'default export: give it a name, so that a search finds it')];
      }
      if (isPassedOn(node) && module.path.startsWith('src/')) {
        return [finding(module, line, 'passed-on export: import it where it is made')];
      }
      return [];
    }),
  );
}

/**
 * A cast outruns the compiler, so it has to say why it may: on its line, above its statement, or
 * above its function in a comment with the word «cast», which speaks for all casts in there.
 */
export function checkCasts({ modules }: Project): readonly Finding[] {
  return modules
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap((module) => {
      const commented = new Set(comments(module).map(({ line }) => line));
      return [...nodes(module.tree)]
        .filter((node) => isAsExpression(node) && !isConst(node.type))
        .filter((node) => !commented.has(lineOf(module, node)) && !isExplained(module, node))
        .map((node) =>
          finding(
            module,
            lineOf(module, node),
            'cast: narrow the type by a check, or say in a comment above what forces it',
          ),
        );
    });
}

export function checkLeftovers({ modules }: Project): readonly Finding[] {
  return modules.flatMap((module) => [
    ...comments(module).flatMap(({ text, line }) => {
      const mark = /\b(?:TODO|FIXME|XXX|HACK)\b|@ts-(?:ignore|nocheck)/u.exec(text);
      return mark === null
        ? []
        : [finding(module, line, `${mark[0]}: mend it now, or open an issue and delete the mark`)];
    }),
    ...[...nodes(module.tree)].filter(isNarrowed).map((node) => {
      const message = 'test narrowed by .skip, .only or .todo: assert what the code does today';
      return finding(module, lineOf(module, node), message);
    }),
  ]);
}

/** `export … from`: a barrel, or the start of one. */
function isPassedOn(node: Node): boolean {
  return isExportDeclaration(node) && node.moduleSpecifier !== undefined;
}

/** `test.skip(…)`, `describe.only(…)`, `t.skip()`. */
function isNarrowed(node: Node): boolean {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return false;
  const { expression: owner, name } = node.expression;
  const owners = ['test', 'describe', 'it', 'suite', 't'];
  return (
    isIdentifier(owner) &&
    owners.includes(owner.text) &&
    ['skip', 'only', 'todo'].includes(name.text)
  );
}

function isConst(type: Node): boolean {
  if (!isTypeReferenceNode(type)) return false;
  return isIdentifier(type.typeName) && type.typeName.text === 'const';
}

function isExplained(module: Module, cast: Node): boolean {
  const above = (node: Node) => commentAbove(module, lineOf(module, node));
  const [statement, ...around] = ownersOf(cast).filter(isStatement);
  if (statement !== undefined && above(statement) !== '') return true;
  return around.some((owner) => /\bcasts?\b/iu.test(above(owner)));
}

function ownersOf(node: Node): readonly Node[] {
  return node.parent === undefined ? [node] : [node, ...ownersOf(node.parent)];
}

function finding(module: Module, line: number, message: string): Finding {
  return { path: module.path, line, message };
}
