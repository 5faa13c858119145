// Rules over sizes: file, function, parameters, line. The limits are here and nowhere else.

import {
  isArrowFunction,
  isCallExpression,
  isConstructorDeclaration,
  isFunctionDeclaration,
  isFunctionExpression,
  isIdentifier,
  isMethodDeclaration,
  isPropertyAssignment,
  isVariableDeclaration,
  type Node,
} from 'typescript/unstable/ast';
import { lineAt, lineOf, literals, nodes } from './module.ts';
import type { Finding, Project } from './project.ts';

const fileLines = 300;
const functionLines = 60;
const parameterCount = 4;
const lineWidth = 100;

export function checkFileSize({ modules }: Project): readonly Finding[] {
  return modules
    .map((module) => ({ module, count: module.text.trimEnd().split('\n').length }))
    .filter(({ count }) => count > fileLines)
    .map(({ module, count }) => ({
      path: module.path,
      line: fileLines + 1,
      message: `${count} lines, at most ${fileLines}: split the file by idea, not by length`,
    }));
}

export function checkFunctionSize({ modules }: Project): readonly Finding[] {
  return modules.flatMap((module) =>
    [...nodes(module.tree)]
      .filter((node) => isFunction(node) && !isSuite(node))
      .map((node) => ({ node, count: lineAt(module, node.end) - lineOf(module, node) + 1 }))
      .filter(({ count }) => count > functionLines)
      .map(({ node, count }) => ({
        path: module.path,
        line: lineOf(module, node),
        message:
          `${nameOf(node)} has ${count} lines, at most ${functionLines}: ` +
          'keep the branches here and move the loops into pure functions below',
      })),
  );
}

export function checkParameters({ modules }: Project): readonly Finding[] {
  return modules.flatMap((module) =>
    [...nodes(module.tree)]
      .filter(isFunction)
      .filter((node) => node.parameters.length > parameterCount)
      .map((node) => ({
        path: module.path,
        line: lineOf(module, node),
        message:
          `${nameOf(node)} takes ${node.parameters.length} parameters, ` +
          `at most ${parameterCount}: put what belongs together into one object`,
      })),
  );
}

/** A line of a test may be longer where one literal fills it: vectors are not broken up. */
export function checkLineWidth({ modules }: Project): readonly Finding[] {
  return modules.flatMap((module) => {
    const filled = new Set(
      literals(module)
        .filter(({ text }) => !module.path.startsWith('src/') && text.length > lineWidth / 2)
        .map(({ start }) => lineAt(module, start)),
    );
    return module.text
      .split('\n')
      .map((text, index) => ({ width: [...text].length, line: index + 1 }))
      .filter(({ width, line }) => width > lineWidth && !filled.has(line))
      .map(({ width, line }) => ({
        path: module.path,
        line,
        message: `${width} characters, at most ${lineWidth}: break the line`,
      }));
  });
}

function isFunction(node: Node) {
  return (
    isFunctionDeclaration(node) ||
    isFunctionExpression(node) ||
    isArrowFunction(node) ||
    isMethodDeclaration(node) ||
    isConstructorDeclaration(node)
  );
}

/** The function given to `describe`: a list of tests, not one piece of work. */
function isSuite({ parent }: Node): boolean {
  if (!isCallExpression(parent)) return false;
  return isIdentifier(parent.expression) && parent.expression.text === 'describe';
}

function nameOf(node: Node): string {
  const owner = isArrowFunction(node) || isFunctionExpression(node) ? node.parent : node;
  const named =
    isFunctionDeclaration(owner) ||
    isMethodDeclaration(owner) ||
    isVariableDeclaration(owner) ||
    isPropertyAssignment(owner);
  return named && owner.name !== undefined && isIdentifier(owner.name)
    ? owner.name.text
    : 'a function';
}
