// For each rule a small project that breaks it and one that does not: proof that it can fail.
// It runs nothing. `says` has one part of each message that the bad project must get.

import { builtOpenapi } from './coverage.ts';
import type { RuleName } from './rules.ts';

type Texts = Readonly<Record<string, string>>;

interface Seed {
  readonly bad: Texts;
  readonly good: Texts;
  readonly says: readonly string[];
}

const long = Array.from({ length: 301 }, (_, index) => `let a${index} = 1;`).join('\n');
const body = '\n  work();'.repeat(60);
const glossary = '| term | what | Russian | Kazakh | not |\n| bill | x | x | x | `invoice` |\n';
const layout = { 'layouts/moon/layout.json': '{"languages":["kk-ru","kk"]}' };
const faults = '// x\nexport const faultTable = { LOST: { status: 500 } } as const;\n';

export const seeds: Readonly<Record<RuleName, Seed>> = {
  'folders import what the table allows': {
    bad: {
      'src/typeset/a.ts': "import { b } from '../bill/b.ts';\n",
      'src/barcode/a.ts': "import { c } from '../typeset/page.ts';\n",
      'src/http/a.ts': "// х\nexport type P = import('../typeset/page.ts').Page;\n",
      'src/attic/a.ts': '',
      'src/bill/b.ts': "import { d } from '../../test/support/d.ts';\n",
    },
    good: {
      'src/barcode/a.ts': "import type { Page } from '../typeset/page.ts';\n",
      'src/render/a.ts': "import { b } from '../typeset/b.ts';\nimport { c } from './c.ts';\n",
      'src/server.ts': "import { d } from './http/d.ts';\n",
    },
    says: [
      'src/typeset/a.ts:1: typeset must not import src/bill/b.ts',
      'src/barcode/a.ts:1: barcode must not import src/typeset/page.ts: write `import type`',
      'src/http/a.ts:2: http must not import src/typeset/page.ts',
      'give attic a line',
      'src/bill/b.ts:1: bill must not import test/support/d.ts',
    ],
  },
  'packages stay in their folder': {
    bad: {
      'src/compose/a.ts': "import pdfkit from 'pdfkit';\nimport { readFileSync } from 'node:fs';\n",
      'src/http/a.ts': "const x = await import('left-pad/es');\n",
    },
    good: {
      'src/draw/a.ts': "import pdfkit from 'pdfkit';\nimport assert from 'node:assert/strict';\n",
      'src/layout/load.ts': "import { readFileSync } from 'node:fs';\n",
    },
    says: [
      'pdfkit may be imported only in draw',
      'node:fs may be',
      'left-pad/es may be imported nowhere',
    ],
  },
  'dependencies are used and pinned': {
    bad: { 'package.json': '{"dependencies":{"zod":"^4.0.0"},"devDependencies":{"a":"*"}}' },
    good: {
      'package.json': '{"dependencies":{"zod":"4.6.7"}}',
      'src/bill/a.ts': "import { z } from 'zod';\n",
    },
    says: ['nothing imports zod', 'pin zod', 'pin a '],
  },
  'imports make no cycle': {
    bad: {
      'src/bill/a.ts': "import { b } from './b.ts';\n",
      'src/bill/b.ts': "import type { c } from './c.ts';\n",
      'src/bill/c.ts': "import { a } from './a.ts';\n",
    },
    good: {
      'src/bill/a.ts': "import { b } from './b.ts';\nimport { c } from './c.ts';\n",
      'src/bill/b.ts': "import { c } from './c.ts';\n",
      'src/bill/c.ts': '',
    },
    says: ['src/bill/a.ts → src/bill/b.ts → src/bill/c.ts → src/bill/a.ts'],
  },
  'every file is reached from an entry': {
    bad: {
      'src/server.ts': '',
      'src/bill/a.ts': '',
      'test/unit/a.test.ts': "import '../src/bill/a.ts';",
    },
    good: {
      'src/cli.ts': "import { a } from './bill/a.ts';\n",
      'src/bill/a.ts': "new URL('./b.ts', import.meta.url);\n",
      'src/bill/b.ts': '',
    },
    says: ['src/bill/a.ts:1: no entry reaches'],
  },
  'files are short': {
    bad: { 'src/bill/a.ts': long },
    good: { 'src/bill/a.ts': long.slice(0, long.lastIndexOf('\n')) },
    says: ['301 lines, at most 300'],
  },
  'functions are short': {
    bad: { 'src/a.ts': `const run = () => {${body}\n};\nclass A {\n  go() {${body}\n  }\n}\n` },
    good: { 'test/a.test.ts': `describe('a', () => {${body}\n});\n` },
    says: ['src/a.ts:1: run has 62 lines', 'src/a.ts:64: go has 62 lines'],
  },
  'functions take few parameters': {
    bad: { 'src/a.ts': 'function f(a, b, c, d, e) {}\n' },
    good: { 'src/a.ts': 'function f(a, b, c, d) {}\n' },
    says: ['f takes 5 parameters, at most 4'],
  },
  'lines are short': {
    bad: {
      'src/a.ts': `const a = '${'x'.repeat(100)}';\n`,
      'test/a.ts': `// ${'x'.repeat(100)}\n`,
    },
    good: { 'test/a.ts': `const a = '${'x'.repeat(100)}';\nconst b = '${'ә'.repeat(88)}';\n` },
    says: ['src/a.ts:1: 113 characters', 'test/a.ts:1: 103 characters'],
  },
  'pure folders touch nothing': {
    bad: {
      'src/bill/a.ts': 'const a = Date.now();\nconst b = new Date();\nprocess.exit();\n',
      'src/compose/a.ts': 'console.log(Math.random());\na.localeCompare(b);\n',
      'src/typeset/a.ts':
        'const a = day.getDay();\nconst f = (x: Intl.Locale) => x.toLocaleString();\n',
    },
    good: {
      'src/bill/a.ts':
        'const a = new Date(0).getUTCDay();\nconst b = { process: row.process };\nvalueOf();\n',
      'src/http/a.ts': 'const a = Date.now();\n',
    },
    says: [
      'a.ts:1: Date.now in a pure folder',
      'a.ts:2: the current time',
      'a.ts:3: process in',
      'a.ts:1: console in',
      'a.ts:1: Math.random in',
      'a.ts:2: localeCompare in',
      'a.ts:1: getDay in a pure folder: use getUTC',
      'a.ts:2: Intl in',
      'a.ts:2: toLocaleString in',
    ],
  },
  'config alone reads the environment': {
    bad: { 'src/http/a.ts': 'const a = process.env.PORT;\n' },
    good: { 'src/config.ts': 'const a = process.env.PORT;\n' },
    says: ['process.env outside src/config.ts'],
  },
  'files are named by what they hold': {
    bad: { 'src/bill/utils.ts': '', 'src/bill/BillDate.ts': '' },
    good: { 'src/bill/bill-date.ts': '', 'test/unit/bill/bill-date.test.ts': '' },
    says: ['utils names nothing', 'write BillDate in kebab-case'],
  },
  'files begin with what they are': {
    bad: { 'src/a.ts': "\n// Late.\nimport 'b';\n" },
    good: {
      'src/a.ts': '// A thing. It does not fly.\n',
      'src/b.ts': '#!/usr/bin/env node\n// B.\n',
    },
    says: ['src/a.ts:1: begin the file'],
  },
  'exports have names and one home': {
    bad: {
      'src/a.ts': "export default 1;\nexport { b } from './b.ts';\n",
      'src/c.ts': 'export default function f() {}\n',
    },
    good: { 'src/a.ts': 'switch (a) {\n  default:\n}\nexport { a };\n' },
    says: [
      'src/a.ts:1: default export',
      'src/a.ts:2: passed-on export',
      'src/c.ts:1: default export',
    ],
  },
  'casts say why': {
    bad: {
      'src/a.ts': '// About f.\n\nconst a = b as string;\n',
      'src/b.ts': '// About f.\nfunction f() {\n  return b as string;\n}\n',
    },
    good: {
      'src/a.ts': '// The package has no types.\nconst a = b as string;\nconst c = [1] as const;\n',
      'src/b.ts': '// The casts are checked\n// above.\nfunction f() {\n  return b as string;\n}\n',
    },
    says: ['src/a.ts:3: cast', 'src/b.ts:3: cast'],
  },
  'nothing is left over': {
    bad: {
      'src/a.ts': '/* x\n TODO later */\n// @ts-ignore\n',
      'test/a.test.ts': "test.only('a', () => {});\ndescribe.skip('b', () => {});\n",
    },
    good: { 'src/a.ts': "const a = 'TODO // FIXME';\nconst b = /\\/\\/ XXX/u;\nlist.only('x');\n" },
    says: [
      'src/a.ts:1: TODO',
      'src/a.ts:3: @ts-ignore',
      'test/a.test.ts:1: test',
      'test/a.test.ts:2: test',
    ],
  },
  'names follow the glossary': {
    bad: {
      'GLOSSARY.md': glossary,
      'src/a.ts': 'const lastInvoice = 1;\nfunction f(INVOICE_NO) {}\n',
    },
    good: { 'GLOSSARY.md': glossary, 'src/a.ts': 'const invoiced = a.invoice;\n' },
    says: ['lastInvoice: the glossary says bill', 'INVOICE_NO: the glossary says bill'],
  },
  'code names no layout': {
    bad: { ...layout, 'src/a.ts': "// Like moon.\nconst a = 'b';\n" },
    good: { ...layout, 'src/a.ts': '', 'test/a.ts': "const a = 'moon';\n" },
    says: ['src/a.ts:1: moon is a layout'],
  },
  'printed words are in layouts': {
    bad: {
      'layouts/moon/labels.json': '{"total":{"en":"Total due"}}',
      'src/a.ts': "const a = 'Total due';\nconst b = `шот`;\n",
    },
    good: {
      'src/format/a.ts': "const a = 'теңге';\n",
      'src/a.ts':
        '// шот\nconst a = /[\\u0400-\\u04ff]/u;\nconst b = `the bill (шот)`;\nconst c = String.raw`\\u0400-\\u04ff`;\n',
    },
    says: ['src/a.ts:1: «Total due»', 'src/a.ts:2: «шот»'],
  },
  'every fault code has a test': {
    bad: { 'src/fault.ts': faults, 'test/tidy.test.ts': "const a = 'LOST';\n" },
    good: { 'src/fault.ts': faults, 'test/unit/a.test.ts': "const a = 'LOST';\n" },
    says: ['src/fault.ts:2: LOST appears in no test'],
  },
  'every sample is described': {
    bad: {
      'samples/README.md': '## moon\n| `a.json` | A |\n| `c.json` | C |\n',
      'samples/moon/a.json': '{}',
      'samples/moon/b.json': '{}',
    },
    good: { 'samples/README.md': '## moon\n| `a.json` | A |\n', 'samples/moon/a.json': '{}' },
    says: ['what samples/moon/b.json shows', 'samples/moon/c.json is not there'],
  },
  'labels speak every language': {
    bad: { ...layout, 'layouts/moon/labels.json': '{"total":{"kk":"Барлығы","ru":" "}}' },
    good: {
      'layouts/moon/layout.json': '{}',
      'layouts/_parts/base.json': '{"languages":["kk-ru"]}',
      'layouts/_parts/labels.json': '{"total":{"kk":"Барлығы"}}',
      'layouts/moon/labels.json': '{"total":{"kk":"Барлығы","ru":"Итого"}}',
    },
    says: ['total has no ru text'],
  },
  'settings are documented': {
    bad: {
      'src/config.ts': 'const a = { PORT: b, TOLEM_X: c, port: d };\n',
      'README.md': '| `PORT` |',
    },
    good: { 'src/config.ts': 'const a = { PORT: b };\n', 'README.md': '| `PORT` |' },
    says: ['give TOLEM_X a row'],
  },
  'every dependency has a reason': {
    bad: { 'package.json': '{"dependencies":{"zod":"4.6.7"}}', 'ARCHITECTURE.md': 'zod' },
    good: {
      'package.json': '{"devDependencies":{"zod":"4.6.7"}}',
      'ARCHITECTURE.md': '| `zod` | it |',
    },
    says: ['why zod is there'],
  },
  'links lead somewhere': {
    bad: { 'docs/a.md': '[b](../b.md) [c](c.md#top)\n', 'docs/c.md': '' },
    good: {
      'docs/a.md': '[b](../docs) [c](c.md#top) [d](https://x.example) [e](#e)',
      'docs/c.md': '',
    },
    says: ['docs/a.md:1: b.md does not exist'],
  },
  'commands in texts exist': {
    bad: { 'package.json': '{"scripts":{"a:b":""}}', 'docs/a.md': 'x\n`npm run a`' },
    good: {
      'package.json': '{"scripts":{"a:b":""}}',
      'docs/a.md': '`npm run a:b -- c`, `npm run …`',
    },
    says: ['docs/a.md:2: package.json has no script a'],
  },
  'openapi.json is fresh': {
    bad: { 'src/http/app.ts': '', 'openapi.json': '{"a":1}', [builtOpenapi]: '{"a":2}' },
    good: { 'src/http/app.ts': '', 'openapi.json': '{"a":1}', [builtOpenapi]: '{"a":1}' },
    says: ['out of date'],
  },
};
