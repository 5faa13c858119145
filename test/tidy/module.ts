// Source files as syntax trees, and small questions about them. It knows no rules.
// TypeScript's own parser does the reading: a scanner of ours would guess at regular expressions.

import {
  isNoSubstitutionTemplateLiteral,
  isRegularExpressionLiteral,
  isStringLiteral,
  isTemplateHead,
  isTemplateMiddle,
  isTemplateTail,
  type Node,
  type SourceFile,
} from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

/** Parsing only: no libraries, no packages, no types. */
const compilerOptions = { noLib: true, noResolve: true, types: [], noEmit: true };

/** `path` is relative to the checkout, e.g. `src/bill/money.ts`. */
export interface Module {
  readonly path: string;
  readonly text: string;
  readonly tree: SourceFile;
}

/** Lines count from 1; `text` is what stands between the marks. */
export interface Comment {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

/** A string, a part of a template or a regular expression as written, without its marks. */
export interface Literal {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One process of the compiler; it reads what it is given and nothing from the disk. */
export interface Parser {
  parse(texts: ReadonlyMap<string, string>): readonly Module[];
  close(): void;
}

export function startParser(): Parser {
  const files = createVirtualFileSystem({});
  const api = new API({ cwd: '/', fs: files });
  let count = 0;
  return {
    parse(texts) {
      // Each call gets a root of its own, so that nothing of an earlier one is met again.
      count += 1;
      const root = `/${count}`;
      const config = `${root}/tsconfig.json`;
      files.writeFile?.(config, JSON.stringify({ compilerOptions, files: [...texts.keys()] }));
      for (const [path, text] of texts) files.writeFile?.(`${root}/${path}`, text);
      using snapshot = api.updateSnapshot({ openProject: config });
      const program = snapshot.getProject(config)?.program;
      return [...texts].map(([path, text]) => {
        const tree = program?.getSourceFile(`${root}/${path}`);
        if (tree === undefined) throw new Error(`${path} cannot be parsed`);
        return { path, text, tree };
      });
    },
    close() {
      api.close();
    },
  };
}

/** Every node below `parent`, outer before inner. */
export function* nodes(parent: Node): Generator<Node> {
  const children: Node[] = [];
  parent.forEachChild((child) => {
    children.push(child);
  });
  for (const child of children) {
    yield child;
    yield* nodes(child);
  }
}

export function lineAt(module: Module, position: number): number {
  return module.tree.getLineAndCharacterOfPosition(position).line + 1;
}

export function lineOf(module: Module, node: Node): number {
  return lineAt(module, node.getStart(module.tree));
}

export function literals(module: Module): readonly Literal[] {
  const found: Literal[] = [];
  for (const node of nodes(module.tree)) {
    if (!isLiteralText(node)) continue;
    const start = node.getStart(module.tree);
    found.push({ text: module.text.slice(start + 1, node.end - 1), start, end: node.end });
  }
  return found;
}

/** Comments are what looks like one outside every literal. */
export function comments(module: Module): readonly Comment[] {
  const masked = literals(module).reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    module.text,
  );
  return [...masked.matchAll(/\/\/(?<line>.*)|\/\*(?<block>[\s\S]*?)\*\//gu)].map((match) => ({
    text: match.groups?.line ?? match.groups?.block ?? '',
    line: lineAt(module, match.index),
    lastLine: lineAt(module, match.index + match[0].length),
  }));
}

/** The comment that ends on the line above `line`, or nothing. */
export function commentAbove(module: Module, line: number): string {
  const lines = module.text.split('\n').slice(0, line - 1);
  const last = lines.findLastIndex((text) => !/^\s*(?:\/\/|\/?\*)/u.test(text));
  return lines.slice(last + 1).join('\n');
}

function isLiteralText(node: Node): boolean {
  return (
    isStringLiteral(node) ||
    isNoSubstitutionTemplateLiteral(node) ||
    isTemplateHead(node) ||
    isTemplateMiddle(node) ||
    isTemplateTail(node) ||
    isRegularExpressionLiteral(node)
  );
}
