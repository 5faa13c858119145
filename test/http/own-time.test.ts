// When the limit for idle connections counts: not while something is made, and always afterwards.

import assert from 'node:assert/strict';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { inOwnTime, madeInOwnTime, takenInOwnTime } from '../../src/http/own-time.ts';

function aSocket(): Socket {
  return new Socket().setTimeout(1000);
}

test('it rests while we work, whatever comes of that', async () => {
  const socket = aSocket();
  const during = await inOwnTime(socket, async () => socket.timeout);
  assert.deepEqual([during, socket.timeout], [0, 1000]);
  const failing = inOwnTime(socket, async () => {
    throw new Error('work failed');
  });
  await assert.rejects(failing, /work failed/);
  assert.equal(socket.timeout, 1000);
});

test('pieces are made in our time and taken in the caller’s; who leaves early ends the making', async () => {
  const socket = aSocket();
  const told: (number | undefined)[] = [];
  let isEnded = false;
  async function* make() {
    try {
      for (let piece = 1; piece < 9; piece += 1) {
        told.push(socket.timeout);
        yield piece;
      }
    } finally {
      isEnded = true;
    }
  }
  const pieces: number[] = [];
  for await (const piece of madeInOwnTime(socket, make())) {
    told.push(socket.timeout);
    pieces.push(piece);
    if (piece === 2) break;
  }
  assert.deepEqual(pieces, [1, 2]);
  assert.deepEqual(told, [0, 1000, 0, 1000]);
  assert.ok(isEnded);
});

test('what arrives is awaited in the caller’s time, and worked on in ours', async () => {
  const socket = aSocket();
  const told: (number | undefined)[] = [];
  async function* arrive() {
    for (let piece = 1; piece < 3; piece += 1) {
      told.push(socket.timeout);
      yield piece;
    }
  }
  for await (const piece of takenInOwnTime(socket, arrive())) told.push(socket.timeout, piece);
  assert.deepEqual(told, [1000, 0, 1, 1000, 0, 2]);
  assert.equal(socket.timeout, 0, 'the answer is still to be made');
});

test('of two requests on one connection the last one gives the limit back', async () => {
  const socket = aSocket();
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const works = [first, second].map(({ promise }) => inOwnTime(socket, () => promise));
  first.resolve();
  await works[0];
  assert.equal(socket.timeout, 0);
  second.resolve();
  await works[1];
  assert.equal(socket.timeout, 1000);
});
