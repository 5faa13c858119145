// Rules over imports: the table, the homes of packages, cycles, reach. The table is elsewhere.

import { dirname, posix } from 'node:path';
import {
  type CallExpression,
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isNamedImports,
  isNewExpression,
  isStringLiteral,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { builtinHomes, importTable, packageHomes } from './import-table.ts';
import { lineOf, type Module, nodes } from './module.ts';
import { type Finding, type Project, readJson } from './project.ts';

interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** Started by Node, by a thread or by a person, never imported by another module of src/. */
const entries = [
  'src/server.ts',
  'src/cli.ts',
  'src/worker/worker.ts',
  // Written for golden files: it is the eyes of the tests on typeset's output.
  'src/typeset/describe.ts',
];

export function checkImportTable({ modules }: Project): readonly Finding[] {
  return modules.filter(isSource).flatMap((module) => {
    const zone = zoneOf(module.path);
    const allowed = importTable[zone];
    if (allowed === undefined) {
      return [finding(module, 1, `give ${zone} a line in test/tidy/import-table.ts`)];
    }
    return importsOf(module)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map((found) => ({ found, target: resolve(module, found.specifier) }))
      .filter(({ target }) => !target.startsWith('src/') || zoneOf(target) !== zone)
      .filter(({ found, target }) => !allowed.some((entry) => allows(entry, target, found)))
      .map(({ found, target }) => {
        const typesPass = allowed.some((entry) => allows(entry, target, { typeOnly: true }));
        const mend = typesPass
          ? 'write `import type`, and hand the value in as an argument'
          : 'hand the value in as an argument, or move the code to the folder that may know it';
        return finding(module, found.line, `${zone} must not import ${target}: ${mend}`);
      });
  });
}

export function checkPackageHomes(project: Project): readonly Finding[] {
  return project.modules.filter(isSource).flatMap((module) =>
    importsOf(module)
      .filter(({ specifier }) => !specifier.startsWith('.'))
      .flatMap(({ specifier, line }) => {
        const builtin = specifier.startsWith('node:');
        const name = builtin ? specifier.slice('node:'.length) : packageName(specifier);
        const homes = (builtin ? builtinHomes : packageHomes)[name];
        if (homes?.some((home) => home === '*' || isWithin(module.path, home))) return [];
        const where = homes === undefined ? 'nowhere' : `only in ${homes.join(', ')}`;
        return [
          finding(
            module,
            line,
            `${specifier} may be imported ${where}: wrap it there behind a small interface, ` +
              'or give it a line in test/tidy/import-table.ts and a decision record',
          ),
        ];
      }),
  );
}

/** Every dependency is used by src/ or scripts/, and is pinned to one version. */
export function checkDependencies(project: Project): readonly Finding[] {
  const manifest = readJson(project, 'package.json') ?? {};
  const used = new Set(
    project.modules
      .filter(({ path }) => isSource({ path }) || path.startsWith('scripts/'))
      .flatMap((module) => importsOf(module).map(({ specifier }) => packageName(specifier))),
  );
  const idle = Object.keys(recordAt(manifest, 'dependencies')).filter((name) => !used.has(name));
  const loose = ['dependencies', 'devDependencies'].flatMap((kind) =>
    Object.entries(recordAt(manifest, kind)).filter(([, range]) => !/^\d+\.\d+\.\d+$/u.test(range)),
  );
  const place = { path: 'package.json', line: 1 };
  return [
    ...idle.map((name) => ({ ...place, message: `nothing imports ${name}: remove it` })),
    ...loose.map(([name]) => ({ ...place, message: `pin ${name} to one exact version` })),
  ];
}

export function checkCycles({ modules }: Project): readonly Finding[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const findings: Finding[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const module = byPath.get(path);
    if (module === undefined) return;
    if (trail.includes(path)) {
      const cycle = [...trail.slice(trail.indexOf(path)), path].join(' → ');
      findings.push(
        finding(module, 1, `import cycle ${cycle}: move what both need into a third file`),
      );
      return;
    }
    if (done.has(path)) return;
    for (const target of targetsOf(module)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const module of modules) visit(module.path, []);
  return findings;
}

/** A module that no entry reaches is dead, even if a test imports it. */
export function checkReach({ modules }: Project): readonly Finding[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const scripts = modules.map(({ path }) => path).filter((path) => path.startsWith('scripts/'));
  const waiting = [...entries, ...scripts];
  const reached = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const module = byPath.get(path);
    if (module === undefined || reached.has(path)) continue;
    reached.add(path);
    waiting.push(...targetsOf(module));
  }
  return modules
    .filter((module) => isSource(module) && !reached.has(module.path))
    .map((module) => finding(module, 1, 'no entry reaches this file: use it or delete it'));
}

function importsOf(module: Module): readonly Import[] {
  return [...nodes(module.tree)].flatMap((node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return [];
    return [{ specifier, line: lineOf(module, node), typeOnly: isTypeOnly(node) }];
  });
}

/** `import`, `export … from`, `import()`, `import('…').Type`. */
function specifierOf(node: Node): string | undefined {
  const place = moduleOf(node);
  return place !== undefined && isStringLiteral(place) ? place.text : undefined;
}

function moduleOf(node: Node): Node | undefined {
  if (isImportDeclaration(node) || isExportDeclaration(node)) return node.moduleSpecifier;
  if (isImportTypeNode(node)) {
    return isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  }
  if (isCallExpression(node) && isImportCall(node)) return node.arguments[0];
  return undefined;
}

function isImportCall(node: CallExpression): boolean {
  return node.expression.kind === SyntaxKind.ImportKeyword;
}

function isTypeOnly(node: Node): boolean {
  if (isImportTypeNode(node)) return true;
  if (isExportDeclaration(node)) return node.isTypeOnly;
  if (!isImportDeclaration(node)) return false;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !isNamedImports(named)) return false;
  return named.elements.every((element) => element.isTypeOnly);
}

/** Imported files, and files started by `new URL('./worker.ts', import.meta.url)`. */
function targetsOf(module: Module): readonly string[] {
  const started = [...nodes(module.tree)].flatMap((node) => {
    if (!isNewExpression(node) || node.expression.getText(module.tree) !== 'URL') return [];
    const target = node.arguments?.[0];
    return target !== undefined && isStringLiteral(target) ? [target.text] : [];
  });
  return [...importsOf(module).map(({ specifier }) => specifier), ...started]
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => resolve(module, specifier));
}

function resolve(module: Module, specifier: string): string {
  return posix.join(dirname(module.path), specifier);
}

/** `type typeset/page.ts` allows the types of one file, `bill` everything of a folder. */
function allows(entry: string, target: string, { typeOnly }: Pick<Import, 'typeOnly'>): boolean {
  if (!target.startsWith('src/')) return target === 'package.json';
  const typesOnly = entry.startsWith('type ');
  const place = typesOnly ? entry.slice('type '.length) : entry;
  return (place === '*' || isWithin(target, place)) && (typeOnly || !typesOnly);
}

function isWithin(path: string, place: string): boolean {
  return place.endsWith('.ts') ? path === `src/${place}` : zoneOf(path) === place;
}

/** `src/bill/money.ts` → `bill`, `src/fault.ts` → `fault`. */
function zoneOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.ts$/u, '');
}

function isSource({ path }: { readonly path: string }): boolean {
  return path.startsWith('src/');
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function recordAt(manifest: object, key: string): Readonly<Record<string, string>> {
  return new Map(Object.entries(manifest)).get(key) ?? {};
}

function finding(module: Module, line: number, message: string): Finding {
  return { path: module.path, line, message };
}
