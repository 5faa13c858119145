// A terminal that remembers, and a renderer that does as it is told.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Engine, Surroundings } from '../../../src/cli/command.ts';
import { main } from '../../../src/cli/main.ts';
import { readConfig } from '../../../src/config.ts';
import { type Outcome, success, type Warning } from '../../../src/fault.ts';
import type { RenderOutcome, RenderTask } from '../../../src/worker/protocol.ts';

export interface Run {
  readonly exit: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
  /** What was written as it is, not as lines, if anything was. */
  readonly written?: string;
}

export interface Scene {
  readonly render?: (task: RenderTask) => RenderOutcome | Promise<RenderOutcome>;
  readonly engine?: Outcome<Engine>;
  readonly input?: string;
  readonly environment?: Record<string, string>;
  /** The real renderer instead of the obedient one. */
  readonly openEngine?: Surroundings['openEngine'];
}

/** Runs a command line, given as words. */
export async function run(words: readonly string[], scene: Scene = {}): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  let written = '';
  const surroundings: Surroundings = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    write: async (text) => {
      written += text;
    },
    readInput: async () => new TextEncoder().encode(scene.input ?? ''),
    readConfig: () => readConfig(scene.environment ?? {}, 2),
    openEngine: scene.openEngine ?? (async () => scene.engine ?? success(engineWith(scene.render))),
  };
  return { exit: await main(words, surroundings), out, err, ...(written !== '' && { written }) };
}

function engineWith(render: Scene['render'] = (task) => rendered(task)): Engine {
  return {
    layouts: [
      {
        id: 'almaty-city',
        revision: 2,
        title: { kk: 'Алматы', ru: 'Алматы' },
        languages: ['kk-ru', 'kk'],
        digest: '5e',
        validFrom: '2020-04',
      },
    ],
    clock: { today: () => '2026-11-06' },
    render: async (task) => render(task),
  };
}

export function rendered(task: RenderTask, warnings: readonly Warning[] = []): RenderOutcome {
  return {
    ok: true,
    value: {
      bytes: new TextEncoder().encode(`${task.output} ${task.dpi} ${task.json}`),
      mediaType: 'application/pdf',
      account: '00/12',
      period: '2026-10',
      layout: 'almaty-city@2',
    },
    warnings,
  };
}

/** A folder with these files; gone after the test. */
export function folderWith(t: TestContext, files: Record<string, string | Uint8Array> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-cli-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return (name: string) => join(folder, name);
}

export function onlyLine(lines: readonly string[]): string {
  const [line, ...others] = lines;
  assert.ok(line !== undefined && others.length === 0, lines.join('\n'));
  return line;
}
