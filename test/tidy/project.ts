// The checkout as the rules see it: modules and other texts. It judges nothing.

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Module, Parser } from './module.ts';

export interface Project {
  /** TypeScript files; declaration files of outside packages are left out. */
  readonly modules: readonly Module[];
  /** Every text file by its path, the modules included. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A broken rule. `line` counts from 1; the message says how to mend it. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export type Rule = (project: Project) => readonly Finding[];

/** Made by tools, fetched, or not ours. */
const foreignFolders = new Set(['node_modules', '.git', 'out', 'build', 'coverage']);
const textKinds = new Set(['.ts', '.json', '.md', '.hbs', '.svg', '.txt', '.java', '.yml']);

export function readProject(parser: Parser, root: string): Project {
  const paths = listFiles(root, '');
  return aProject(
    parser,
    paths.map((path) => [path, read(root, path)]),
  );
}

/** A project of paths and texts: the seeds of a self-test, or the whole checkout. */
export function aProject(parser: Parser, files: readonly (readonly [string, string])[]): Project {
  const isModule = (path: string) => path.endsWith('.ts') && !path.endsWith('.d.ts');
  const modules = parser.parse(new Map(files.filter(([path]) => isModule(path))));
  return { modules, texts: new Map(files) };
}

/** Paths of folders directly below `folder`, which ends in a slash, by name. */
export function foldersIn(project: Project, folder: string): readonly string[] {
  const below = [...project.texts.keys()].filter((path) => path.startsWith(folder));
  const names = below.map((path) => path.slice(folder.length).split('/'));
  return [...new Set(names.filter((parts) => parts.length > 1).map((parts) => parts[0] ?? ''))];
}

/** The object in a JSON file, or nothing where the project has no such file. */
export function readJson(project: Project, path: string): object | undefined {
  const text = project.texts.get(path);
  return text === undefined ? undefined : JSON.parse(text);
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return foreignFolders.has(entry.name) ? [] : listFiles(root, path);
    return textKinds.has(extname(entry.name)) ? [path] : [];
  });
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
