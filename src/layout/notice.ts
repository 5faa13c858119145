// The standing notices of a layout: shared ones looked up, texts compiled, everything that is
// wrong reported at start. Whether a bill has one is decided by compose.

import type { Phrase } from '../bill/phrase.ts';
import type { Fault } from '../fault.ts';
import type { Language } from '../format/language.ts';
import { compileText, type NoticeText } from './notice-text.ts';
import { printedLanguages, type StandingNotice } from './package.ts';
import type { LayoutFile } from './schema.ts';
import type { NoticeFile } from './schema-notice.ts';
import type { TextValues, Wordings } from './wording.ts';

interface Target {
  readonly file: LayoutFile;
  readonly wordings: Wordings;
  readonly source: string;
  readonly faults: Fault[];
}

export function compileNotices(
  file: LayoutFile,
  wordings: Wordings,
  source: string,
): { readonly notices: readonly StandingNotice[]; readonly faults: readonly Fault[] } {
  const target: Target = { file, wordings, source, faults: [] };
  const files = noticeFiles(target);
  checkUnique(files, target);
  const notices = files.flatMap((notice) => {
    checkDates(notice, target);
    return compileNotice(notice, target) ?? [];
  });
  return { notices, faults: target.faults };
}

function noticeFiles(target: Target): readonly NoticeFile[] {
  const shared = new Map((target.file.sharedNotices ?? []).map((notice) => [notice.id, notice]));
  return (target.file.notices ?? []).flatMap((entry) => {
    if (typeof entry !== 'string') return [entry];
    const found = shared.get(entry);
    if (found !== undefined) return [found];
    const known = [...shared.keys()].join(', ') || 'none';
    report(target, entry, `there is no shared notice of this name; there are: ${known}`);
    return [];
  });
}

function checkUnique(files: readonly NoticeFile[], target: Target): void {
  const seen = new Set<string>();
  for (const { id } of files) {
    if (seen.has(id)) report(target, id, 'it stands twice');
    seen.add(id);
  }
}

function checkDates({ id, valid, when }: NoticeFile, target: Target): void {
  const ranges = [
    [valid?.from, valid?.to],
    [when?.periodFrom, when?.periodTo],
  ];
  for (const [from, to] of ranges) {
    if (from === undefined || to === undefined || from <= to) continue;
    report(target, id, `it holds from ${from} to ${to}, which is never`);
  }
}

function compileNotice(notice: NoticeFile, target: Target): StandingNotice | undefined {
  const { id, kind, priority, valid = {}, when = {} } = notice;
  const before = target.faults.length;
  const texts = new Map<Language, NoticeText>();
  for (const language of printedLanguages(target.file.languages)) {
    const source = notice.text[language];
    if (source === undefined) {
      report(target, id, `it has no text in "${language}"`);
      continue;
    }
    const compiled = compileText(source, language, target.wordings);
    if (compiled.ok) texts.set(language, compiled.text);
    else for (const reason of compiled.reasons) report(target, id, `${reason} (${language})`);
  }
  const mentions = new Set([...texts.values()].flatMap((text) => [...text.mentions]));
  if (mentions.has('meterSerials') && when.verificationWithinMonths === undefined) {
    report(target, id, 'meterSerials are those to verify: it needs when.verificationWithinMonths');
  }
  if (target.faults.length > before) return undefined;
  const { file } = target;
  const pointer = `${file.id}@${file.revision}#/notices/${id}`;
  const fill = (values: TextValues) => fillAll(texts, values);
  return { pointer, kind, priority, when, valid, mentions, fill };
}

/** Without Kazakh, in a layout that does not print it, the other languages still stand alone. */
function fillAll(texts: ReadonlyMap<Language, NoticeText>, values: TextValues): Phrase {
  const [kk, ru, en] = (['kk', 'ru', 'en'] as const).map((one) => texts.get(one)?.fill(values));
  return { kk: kk ?? '', ru, en };
}

function report({ source, faults }: Target, id: string, reason: string): void {
  const message = `${source}: notice "${id}": ${reason}.`;
  faults.push({ code: 'LAYOUT_BROKEN', message, source: `${source}#/notices/${id}` });
}
