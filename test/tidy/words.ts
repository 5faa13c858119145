// Rules over words: the glossary's synonyms, and what belongs to layouts but strayed into code.

import {
  isBindingElement,
  isFunctionDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isMethodDeclaration,
  isMethodSignatureDeclaration,
  isParameterDeclaration,
  isPropertyAssignment,
  isPropertySignatureDeclaration,
  isTypeAliasDeclaration,
  isVariableDeclaration,
  type Node,
} from 'typescript/unstable/ast';
import { lineAt, lineOf, literals, type Module, nodes } from './module.ts';
import { type Finding, foldersIn, type Project, readJson } from './project.ts';

interface Synonym {
  readonly word: string;
  readonly term: string;
}

/** Names that a format outside dictates, each with its reason: `path: reason`. */
const foreignNames: Readonly<Record<string, string>> = {
  'src/bill/schema-payment-emv.ts': 'EMVCo MPM 1.1, table 4.1 names the fields',
  'src/bill/schema-payment-st00012.ts': 'ГОСТ Р 56042-2014 names the keys',
};

/** Cyrillic in code outside src/format, each with its reason. */
const cyrillicFiles: Readonly<Record<string, string>> = {
  'src/font/repertoire.ts': 'the letters that a pack holds',
  'src/typeset/no-break.ts': 'after which words a line may not end',
};

export function checkSynonyms(project: Project): readonly Finding[] {
  const synonyms = synonymsIn(project.texts.get('GLOSSARY.md') ?? '');
  if (synonyms.length === 0) {
    return [{ path: 'GLOSSARY.md', line: 1, message: 'no banned words found: mend the tables' }];
  }
  return sources(project)
    .filter(({ path }) => foreignNames[path] === undefined)
    .flatMap((module) =>
      [...nodes(module.tree)].flatMap((node) => {
        const name = declaredName(node);
        const found = synonyms.find(({ word }) => name !== undefined && holds(name, word));
        if (found === undefined) return [];
        const message = `${name}: the glossary says ${found.term}, not ${found.word}`;
        return [{ path: module.path, line: lineOf(module, node), message }];
      }),
    );
}

/** A layout is data: code that knows one by name cannot serve the next. */
export function checkLayoutNames(project: Project): readonly Finding[] {
  const names = foldersIn(project, 'layouts/').filter((name) => !name.startsWith('_'));
  if (names.length === 0) {
    return [{ path: 'layouts', line: 1, message: 'there is no layout: put one in layouts/<id>/' }];
  }
  return sources(project).flatMap((module) =>
    names
      .filter((name) => module.text.includes(name))
      .map((name) => ({
        path: module.path,
        line: lineAt(module, module.text.indexOf(name)),
        message: `${name} is a layout: say what the code does for any layout, or write <id>`,
      })),
  );
}

/** What is printed stands in labels.json; only src/format spells out words, as language rules. */
export function checkPrintedWords(project: Project): readonly Finding[] {
  const labels = new Set(labelFiles(project).flatMap((path) => words(readJson(project, path))));
  return sources(project)
    .filter(({ path }) => !path.startsWith('src/format/') && cyrillicFiles[path] === undefined)
    .flatMap((module) =>
      literals(module)
        .filter(({ text }) => isCyrillic(text) || labels.has(text))
        .map(({ text, start }) => ({
          path: module.path,
          line: lineAt(module, start),
          message: `«${text}» is printed text: move it to labels.json (or to src/format)`,
        })),
    );
}

/** Cells of the last column in `code style`, with the term of their row. */
function synonymsIn(glossary: string): readonly Synonym[] {
  return glossary
    .split('\n')
    .filter((line) => /^\| (?!term \|)\w/u.test(line))
    .flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const banned = [...(cells.at(-2) ?? '').matchAll(/`(\w+)`/gu)];
      return banned.map(([, word = '']) => ({ word, term: cells[1] ?? '' }));
    });
}

function declaredName(node: Node): string | undefined {
  const declares =
    isBindingElement(node) ||
    isFunctionDeclaration(node) ||
    isInterfaceDeclaration(node) ||
    isMethodDeclaration(node) ||
    isMethodSignatureDeclaration(node) ||
    isParameterDeclaration(node) ||
    isPropertyAssignment(node) ||
    isPropertySignatureDeclaration(node) ||
    isTypeAliasDeclaration(node) ||
    isVariableDeclaration(node);
  return declares && node.name !== undefined && isIdentifier(node.name)
    ? node.name.text
    : undefined;
}

/** `toPay` is in `lineToPay` and `TO_PAY`, but `fine` is not in `define`. */
function holds(name: string, word: string): boolean {
  return ` ${spaced(name)} `.includes(` ${spaced(word)} `);
}

function spaced(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}

/** An English sentence may explain an abbreviation: «BIN (БСН) of a supplier». */
function isCyrillic(text: string): boolean {
  const count = (letters: RegExp) => [...text.matchAll(letters)].length;
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu);
}

function labelFiles({ texts }: Project): readonly string[] {
  return [...texts.keys()].filter((path) => /^layouts\/[^/]+\/labels\.json$/u.test(path));
}

/** Every text of two words and more: single words are too common to tell a label by. */
function words(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [];
}

function sources({ modules }: Project): readonly Module[] {
  return modules.filter(({ path }) => path.startsWith('src/'));
}
