// The rules of the code base as tests: each runs over the checkout, and each is shown to fail on
// a seeded violation. What a rule means and how to mend a finding stands in test/tidy/.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { builtOpenapi } from './tidy/coverage.ts';
import { startParser } from './tidy/module.ts';
import { aProject, type Finding, type Project, readProject } from './tidy/project.ts';
import { type RuleName, rules } from './tidy/rules.ts';
import { seeds } from './tidy/seeds.ts';

const root = join(import.meta.dirname, '..');
const parser = startParser();
after(() => parser.close());

describe('tidy', () => {
  const checkout = withOpenapi(readProject(parser, root));
  for (const name of ruleNames()) {
    test(name, () => {
      const findings = rules[name](checkout);
      assert.equal(findings.length, 0, `\n${findings.map(inWords).join('\n')}`);
    });
  }
});

describe('tidy can fail', () => {
  for (const name of ruleNames()) {
    const { bad, good, says } = seeds[name];
    test(name, () => {
      const findings = rules[name](aProject(parser, Object.entries(bad)));
      const told = findings.map(inWords);
      for (const expected of says) {
        assert.ok(
          told.some((line) => line.includes(expected)),
          `nothing says «${expected}» in:\n${told.join('\n')}`,
        );
      }
      assert.equal(told.length, says.length, told.join('\n'));
      const kept = rules[name](aProject(parser, Object.entries(good)));
      assert.deepEqual(kept.map(inWords), []);
    });
  }
});

function inWords({ path, line, message }: Finding): string {
  return `${path}:${line}: ${message}`;
}

function ruleNames(): readonly RuleName[] {
  // Object.keys forgets that the keys of a literal object are known.
  return Object.keys(rules) as RuleName[];
}

/** scripts/openapi.ts writes the document to the file it is given. */
function withOpenapi(project: Project): Project {
  const script = join(root, 'scripts', 'openapi.ts');
  if (!existsSync(script)) return project;
  const folder = mkdtempSync(join(tmpdir(), 'tolem-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    execFileSync(process.execPath, [script, file], { cwd: root });
    const texts = new Map([...project.texts, [builtOpenapi, readFileSync(file, 'utf8')]]);
    return { modules: project.modules, texts };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
