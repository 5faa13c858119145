// Rules over what must exist together: fault codes and tests, samples and their table, labels and
// languages, dependencies and the reasons for them, links and their targets, openapi.json.

import { dirname, posix } from 'node:path';
import {
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isVariableDeclaration,
  type Node,
} from 'typescript/unstable/ast';
import { lineOf, literals, nodes } from './module.ts';
import { type Finding, foldersIn, type Project, readJson } from './project.ts';

/** Where the test file puts what scripts/openapi.ts builds. */
export const builtOpenapi = 'built/openapi.json';

export function checkFaultCodes({ modules }: Project): readonly Finding[] {
  const table = modules.find(({ path }) => path === 'src/fault.ts');
  if (table === undefined) return [];
  const tested = new Set(
    modules
      .filter(({ path }) => path.endsWith('.test.ts') && path !== 'test/tidy.test.ts')
      .flatMap((module) => literals(module).map(({ text }) => text)),
  );
  const keys = [...nodes(table.tree)].filter(isTable).flatMap((node) => [...keysOf(node)]);
  return keys
    .filter(({ text }) => !tested.has(text))
    .map((key) => ({
      path: table.path,
      line: lineOf(table, key),
      message: `${key.text} appears in no test: add a case that provokes it, or delete the code`,
    }));
}

/** samples/README.md names every sample, and nothing that is not there. */
export function checkSamples({ texts }: Project): readonly Finding[] {
  const path = 'samples/README.md';
  const place = { path, line: 1 };
  const named = new Set<string>();
  let folder = '';
  for (const line of (texts.get(path) ?? '').split('\n')) {
    folder = /^## (\S+)$/u.exec(line)?.[1] ?? folder;
    const name = /^\| `([\w.-]+\.json)` \| \S/u.exec(line)?.[1];
    if (name !== undefined) named.add(`samples/${folder}/${name}`);
  }
  const there = [...texts.keys()].filter((name) => /^samples\/.+\.json$/u.test(name));
  return [
    ...there
      .filter((name) => !named.has(name))
      .map((name) => ({ ...place, message: `say in a row of the table what ${name} shows` })),
    ...[...named]
      .filter((name) => !there.includes(name))
      .map((name) => ({ ...place, message: `${name} is not there: delete its row or add it` })),
    ...(there.length === 0 ? [{ ...place, message: 'there are no samples' }] : []),
  ];
}

/** Each label that a layout has, of its own or shared, has every language that it offers. */
export function checkLabels(project: Project): readonly Finding[] {
  const shared = readJson(project, 'layouts/_parts/labels.json') ?? {};
  const base = readJson(project, 'layouts/_parts/base.json');
  return foldersIn(project, 'layouts/')
    .filter((name) => !name.startsWith('_'))
    .flatMap((name) => {
      const place = { path: `layouts/${name}/labels.json`, line: 1 };
      const labels = Object.entries({ ...shared, ...readJson(project, place.path) });
      const own = languagesOf(readJson(project, `layouts/${name}/layout.json`));
      const languages = own.length > 0 ? own : languagesOf(base);
      if (languages.length === 0) return [{ ...place, message: `${name} offers no language` }];
      if (labels.length === 0) return [{ ...place, message: 'there are no labels: write them' }];
      return labels
        .filter(([key]) => key !== '$schema')
        .flatMap(([key, label]) =>
          languages
            .filter((language) => isBlank(valueAt(label, language)))
            .map((language) => ({ ...place, message: `${key} has no ${language} text: add it` })),
        );
    });
}

/** README.md has every setting that src/config.ts reads. */
export function checkSettings({ modules, texts }: Project): readonly Finding[] {
  const config = modules.find(({ path }) => path === 'src/config.ts');
  const readme = texts.get('README.md') ?? '';
  if (config === undefined) return [];
  return [...nodes(config.tree)].flatMap((node) => {
    if (!isPropertyAssignment(node) || !isIdentifier(node.name)) return [];
    const name = node.name.text;
    if (!/^[A-Z][A-Z_]*$/u.test(name) || readme.includes(`| \`${name}\` |`)) return [];
    const message = `give ${name} a row in the table of settings in README.md`;
    return [{ path: config.path, line: lineOf(config, node), message }];
  });
}

/** ARCHITECTURE.md says of every dependency why it is there. */
export function checkReasons(project: Project): readonly Finding[] {
  const manifest = readJson(project, 'package.json');
  const text = project.texts.get('ARCHITECTURE.md') ?? '';
  return ['dependencies', 'devDependencies']
    .flatMap((kind) => Object.keys(valueAt(manifest, kind) ?? {}))
    .filter((name) => !text.includes(`| \`${name}\` |`))
    .map((name) => ({
      path: 'ARCHITECTURE.md',
      line: 1,
      message: `say in one row of the table of dependencies why ${name} is there`,
    }));
}

/** Links between files of the checkout; addresses outside it are not visited. */
export function checkLinks({ texts }: Project): readonly Finding[] {
  const folders = new Set([...texts.keys()].flatMap(parentsOf));
  return [...texts]
    .filter(([path]) => path.endsWith('.md'))
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index) =>
        [...line.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/gu)]
          .map(([, target = '']) => posix.join(dirname(path), target).replace(/\/$/u, ''))
          .filter((target) => !isFile(texts, target) && !folders.has(target))
          .map((target) => ({
            path,
            line: index + 1,
            message: `${target} does not exist: mend the link`,
          })),
      ),
    );
}

/** A document or a message may not send anyone to a command that is not there. */
export function checkCommands(project: Project): readonly Finding[] {
  const scripts = valueAt(readJson(project, 'package.json'), 'scripts') ?? {};
  return [...project.texts]
    .filter(([path]) => /\.(?:md|ts)$/u.test(path) && path !== 'test/tidy/seeds.ts')
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index) =>
        [...line.matchAll(/npm run ([a-z][\w:-]*)/gu)]
          .map(([, name = '']) => name)
          .filter((name) => !Object.hasOwn(scripts, name))
          .map((name) => ({
            path,
            line: index + 1,
            message: `package.json has no script ${name}: add it or mend the text`,
          })),
      ),
    );
}

/** The document in the repository is the one the code would serve: a change shows in review. */
export function checkOpenapi({ texts }: Project): readonly Finding[] {
  if (!texts.has('src/http/app.ts')) return [];
  const committed = texts.get('openapi.json');
  const built = texts.get(builtOpenapi);
  const place = { path: 'openapi.json', line: 1 };
  if (built === undefined) return [{ ...place, message: 'scripts/openapi.ts builds nothing' }];
  if (committed === built) return [];
  return [
    { ...place, message: 'out of date: run `npm run openapi:build` and commit the difference' },
  ];
}

function isTable(node: Node): boolean {
  if (!isVariableDeclaration(node)) return false;
  return isIdentifier(node.name) && node.name.text === 'faultTable';
}

/** Names of the members of the outermost object literal below `node`. */
function* keysOf(node: Node) {
  const table = [...nodes(node)].find(isObjectLiteralExpression);
  for (const member of table?.properties ?? []) {
    if (isPropertyAssignment(member) && isIdentifier(member.name)) yield member.name;
  }
}

/** `kk-ru` prints both, so it needs both. */
function languagesOf(layout: unknown): readonly string[] {
  const languages = valueAt(layout, 'languages');
  if (!Array.isArray(languages)) return [];
  return [...new Set(languages.flatMap((language) => String(language).split('-')))];
}

/** Images are not read as texts; they are checked where layouts are loaded. */
function isFile(texts: ReadonlyMap<string, string>, path: string): boolean {
  return texts.has(path) || /\.(?:png|pdf|ttf)$/u.test(path);
}

function parentsOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isBlank(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

function valueAt(value: unknown, key: string): object | undefined {
  if (!isObject(value)) return undefined;
  return new Map<string, object>(Object.entries(value)).get(key);
}
