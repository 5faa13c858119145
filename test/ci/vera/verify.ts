// Asks veraPDF about many files at once: starting it takes longer than checking ten of them.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { run } from '../tool.ts';

const verifier = fileURLToPath(new URL('./Verify.java', import.meta.url));
const library = fileURLToPath(
  import.meta.resolve('../../../node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar'),
);

/** `2u` is PDF/A-2u, `3a` PDF/A-3a, `ua1` PDF/UA-1. */
export interface Question {
  readonly standard: '2u' | '3a' | 'ua1';
  readonly file: string;
}

/** The rules that each file breaks, as `clause-test: where`; none if it keeps the standard. */
export function brokenRules(questions: readonly Question[]): readonly (readonly string[])[] {
  const words = questions.map(({ standard, file }) => `${standard}=${file}`);
  const lines = run('java', ['-cp', library, verifier, ...words], [0, 1])
    .trimEnd()
    .split('\n');
  const answers = new Map<string, string[]>();
  let rules: string[] = [];
  for (const line of lines) {
    const verdict = /^(?:pass|FAIL) (.*)$/u.exec(line);
    if (verdict) {
      rules = [];
      answers.set(verdict[1] ?? '', rules);
    } else rules.push(line.trim());
  }
  return words.map((word) => answers.get(word) ?? assert.fail(`veraPDF says nothing of ${word}`));
}
