// What can be known of the image without building it: its files exist and it starts what it says.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { productionEnvironment } from '../../scripts/production.ts';

const root = join(import.meta.dirname, '../..');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const instructions = dockerfile.replaceAll('\\\n', ' ').split('\n');

test('everything that is copied exists and is not ignored', () => {
  const kept = readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  const copied = instructions
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
    .flatMap((line) => line.split(' ').slice(1, -1));
  assert.deepEqual(new Set(copied), new Set(kept));
  for (const path of copied) assert.ok(existsSync(join(root, path)), path);
});

test('every folder that the service reads is copied', () => {
  for (const folder of ['src', 'layouts', 'fonts', 'samples']) {
    assert.ok(instructions.includes(`COPY ${folder} ./${folder}`), folder);
  }
});

test('it starts the server, not as root, without a shell', () => {
  assert.equal(instructions.filter((line) => line.startsWith('USER ')).at(-1), 'USER node');
  const commands = instructions.filter((line) => /^\s*(HEALTHCHECK .* )?CMD /.test(line));
  assert.equal(commands.length, 2);
  for (const command of commands) {
    const words: unknown = JSON.parse(command.slice(command.indexOf('[')));
    assert.ok(Array.isArray(words) && words[0] === 'node');
  }
  assert.ok(instructions.includes('CMD ["node", "src/server.ts"]'));
});

test('it keeps compiled code, made by the user who runs it', () => {
  const folder = instructions.indexOf('RUN install -d -o node -g node node_modules/.cache');
  const user = instructions.indexOf('USER node');
  const start = instructions.indexOf('RUN node src/cli.ts serve --check');
  assert.ok(folder >= 0 && folder < user && user < start);
});

test('it sets what is measured under', () => {
  for (const [name, value] of Object.entries(productionEnvironment)) {
    // The cache is in the folder of the packages, wherever that is.
    const told = value.replace(root, '/app');
    const set = new RegExp(`^ENV (?:.* )?${name}=${RegExp.escape(told)}(?: |$)`, 'm');
    assert.match(dockerfile, set);
  }
});

test('it has the Node that package.json asks for', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.ok(manifest !== null && typeof manifest === 'object' && 'engines' in manifest);
  assert.deepEqual(manifest.engines, { node: '>=26' });
  const images = instructions.filter((line) => line.startsWith('FROM '));
  assert.ok(images.length > 0 && images.every((line) => line.startsWith('FROM node:26-slim')));
});
