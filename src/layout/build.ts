// The files of one layout → its package: merged, checked, resolved. The code of its template is
// made with its first bill. Pure; reading the files is load.ts's.

import { hash } from 'node:crypto';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { VectorImage } from '../typeset/page.ts';
import { mmToPt } from '../typeset/unit.ts';
import { buildEditions, type Edition } from './edition.ts';
import { checkRungs, settleLadder } from './ladder.ts';
import { isObject, mergeJson } from './merge.ts';
import { compileNotices } from './notice.ts';
import { type LayoutPackage, printedLanguages } from './package.ts';
import { type Labels, type LayoutFile, labelsSchema, layoutSchema } from './schema.ts';
import { compileTemplates, type Template, type TemplateSource } from './template.ts';
import type { Names } from './template-check.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Wordings } from './wording.ts';

export interface BuildInput {
  readonly folder: string;
  /** Settings that every layout starts from. */
  readonly base: unknown;
  readonly settings: unknown;
  /** Later label files replace single labels of earlier ones. */
  readonly labels: readonly unknown[];
  readonly main: TemplateSource;
  readonly partials: readonly TemplateSource[];
  readonly images: ReadonlyMap<string, VectorImage>;
}

/** What layouts may call and name; `faces` are those of fonts/fonts.json. */
export interface Given {
  readonly vocabulary: Vocabulary;
  /** Helpers of the texts of notices. */
  readonly wordings: Wordings;
  readonly faces: ReadonlySet<string>;
}

export function buildPackage(input: BuildInput, given: Given): Outcome<LayoutPackage> {
  const source = `${input.folder}/layout.json`;
  const settings = settleLadder(mergeJson(input.base, input.settings));
  const file = parseWith(layoutSchema, settings, source);
  const labels = mergeLabels(input);
  if (!file.ok || !labels.ok) {
    return failure([...(file.ok ? [] : file.faults), ...(labels.ok ? [] : labels.faults)]);
  }
  const editions = buildEditions(file.value, source);
  if (!editions.ok) return editions;
  const standing = compileNotices(file.value, given.wordings, source);
  const faults = [
    ...standing.faults,
    ...checkFolder(input.folder, file.value),
    ...checkRungs(file.value).map((reason) => broken(source, reason)),
    ...checkFaces(file.value, given.faces, source),
    ...checkUses(file.value, input.images, source),
    ...checkLabels(labels.value, file.value, `${input.folder}/labels.json`),
    ...checkHeadings(editions.value, labels.value, source),
  ];
  const names = namesOf(input, labels.value, editions.value);
  const run = compileTemplates(input.main, input.partials, { names, vocabulary: given.vocabulary });
  if (!run.ok) return failure([...faults, ...run.faults]);
  const pattern = accountPattern(file.value, source);
  if (!pattern.ok) return failure([...faults, ...pattern.faults]);
  if (faults.length > 0) return failure(faults);
  const layout = packageOf(
    input,
    { file: file.value, labels: labels.value },
    {
      notices: standing.notices,
      editions: editions.value,
      run: run.value,
      accountPattern: pattern.value,
    },
  );
  const { vocabulary } = given;
  const compile = () =>
    compileTemplates(input.main, input.partials, { names, vocabulary, traced: true });
  return success(traceable(layout, compile));
}

function packageOf(
  input: BuildInput,
  { file, labels }: { readonly file: LayoutFile; readonly labels: Labels },
  more: Pick<LayoutPackage, 'notices' | 'accountPattern' | 'editions' | 'run'>,
): Omit<LayoutPackage, 'traced'> {
  const { width, height, margin, clearance } = file.page;
  return {
    reference: `${file.id}@${file.revision}`,
    digest: digestOf(input),
    file,
    page: {
      width: mmToPt(width),
      height: mmToPt(height),
      margin: {
        top: mmToPt(margin.top),
        right: mmToPt(margin.right),
        bottom: mmToPt(margin.bottom),
        left: mmToPt(margin.left),
      },
      clearance: mmToPt(clearance),
    },
    faces: new Map(Object.entries(file.faces)),
    separator: file.separator,
    nil: { text: file.nil.text, gray: file.tones[file.nil.tone] ?? 0 },
    labels: new Map(Object.entries(labels)),
    images: input.images,
    ...more,
  };
}

/** The same layout once more, traced: made when somebody asks. */
function traceable(
  layout: Omit<LayoutPackage, 'traced'>,
  compile: () => Outcome<Template>,
): LayoutPackage {
  let known: LayoutPackage | undefined;
  const traced = () => {
    const template = compile();
    // The same templates have been checked before.
    if (!template.ok) throw new Error('templates that passed their checks fail them');
    return traceable({ ...layout, run: template.value }, compile);
  };
  return {
    ...layout,
    traced() {
      known ??= traced();
      return known;
    },
  };
}

/** What a release may change without a new revision shows here. */
function digestOf({ base, settings, labels, main, partials, images }: BuildInput): string {
  const parts = { base, settings, labels, main, partials, images: [...images] };
  return hash('sha256', JSON.stringify(parts));
}

interface Parser<T> {
  safeParse(
    input: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

function parseWith<T>(schema: Parser<T>, input: unknown, source: string): Outcome<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return success(parsed.data);
  return failure(
    parsed.error.issues.map(({ path, message }) =>
      broken(source, `${path.map(String).join('.') || 'the file'}: ${message}`),
    ),
  );
}

function mergeLabels(input: BuildInput): Outcome<Labels> {
  const merged: Record<string, unknown> = {};
  for (const labels of input.labels) if (isObject(labels)) Object.assign(merged, labels);
  // For editors only.
  delete merged.$schema;
  return parseWith(labelsSchema, merged, `${input.folder}/labels.json`);
}

/** A folder is named after its layout, `id` or `id@revision`, so that a stranger finds it. */
function checkFolder(folder: string, { id, revision }: LayoutFile): Fault[] {
  if (folder === id || folder === `${id}@${revision}`) return [];
  return [broken(`${folder}/layout.json`, `the folder should be named "${id}@${revision}"`)];
}

function checkFaces(file: LayoutFile, faces: ReadonlySet<string>, source: string): Fault[] {
  return Object.entries(file.faces).flatMap(([name, face]) =>
    faces.has(face) ? [] : [broken(source, `face "${name}" is "${face}", which fonts/ lacks`)],
  );
}

/** Names in layout.json that no rung looks up. */
function checkUses(
  { nil, tones, settlementCentre }: LayoutFile,
  images: ReadonlyMap<string, VectorImage>,
  source: string,
): Fault[] {
  const faults: Fault[] = [];
  const logo = settlementCentre?.logo;
  if (!Object.hasOwn(tones, nil.tone)) {
    faults.push(broken(source, `nil uses tone "${nil.tone}", which it does not define`));
  }
  if (logo !== undefined && !images.has(logo)) {
    faults.push(broken(source, `settlementCentre.logo is "${logo}", which is no image of it`));
  }
  return faults;
}

/** Every label in every language that the layout prints: a gap would print Kazakh as English. */
function checkLabels(labels: Labels, file: LayoutFile, source: string): Fault[] {
  const languages = printedLanguages(file.languages);
  return Object.entries(labels).flatMap(([key, phrase]) =>
    languages
      .filter((language) => phrase[language] === undefined)
      .map((language) => broken(source, `label "${key}" has no text in "${language}"`)),
  );
}

function checkHeadings(
  editions: readonly Edition[],
  labels: Labels,
  source: string,
): readonly Fault[] {
  const faults = new Map<string, Fault>();
  for (const { tables } of editions) {
    for (const table of tables.values()) {
      const used = [...table.columns.values(), ...table.groups].map(({ label }) => label);
      for (const label of used) {
        if (label === undefined || label in labels) continue;
        faults.set(label, broken(source, `a table uses label "${label}", which is not there`));
      }
    }
  }
  return [...faults.values()];
}

function namesOf(input: BuildInput, labels: Labels, editions: readonly Edition[]): Names {
  const keys = (of: (edition: Edition) => ReadonlyMap<string, unknown>): Set<string> =>
    new Set(editions.flatMap((edition) => [...of(edition).keys()]));
  const tables = editions.flatMap((edition) => [...edition.tables.values()]);
  const settings = mergeJson(input.base, input.settings);
  const faces = isObject(settings) && isObject(settings.faces) ? settings.faces : {};
  return {
    style: keys((edition) => edition.styles),
    tone: keys((edition) => edition.tones),
    stroke: keys((edition) => edition.strokes),
    measure: keys((edition) => edition.measures),
    switch: keys((edition) => edition.switches),
    table: keys((edition) => edition.tables),
    column: new Set(tables.flatMap((table) => [...table.columns.keys()])),
    face: new Set(Object.keys(faces)),
    label: new Set(Object.keys(labels)),
    image: new Set(input.images.keys()),
    partial: new Set(input.partials.map(({ name }) => name)),
  };
}

function accountPattern(file: LayoutFile, source: string): Outcome<RegExp> {
  try {
    return success(new RegExp(file.account.pattern, 'u'));
  } catch {
    return failure([broken(source, 'account.pattern is not a regular expression')]);
  }
}

function broken(source: string, reason: string): Fault {
  return { code: 'LAYOUT_BROKEN', message: `${source}: ${reason}.`, source };
}
