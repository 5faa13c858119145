// Time that we ourselves take is not the caller's: the limit for idle connections, which ends those
// of callers who read or send nothing, rests while something is made of or for them.

import type { Socket } from 'node:net';

type Timed = Pick<Socket, 'timeout' | 'setTimeout'>;

/** Several requests may be in work on one connection; the limit is back when none is. */
const resting = new WeakMap<Timed, { works: number; readonly limitMs: number }>();

function rest(socket: Timed): void {
  const known = resting.get(socket);
  if (known !== undefined) {
    known.works += 1;
    return;
  }
  resting.set(socket, { works: 1, limitMs: socket.timeout ?? 0 });
  socket.setTimeout(0);
}

function resume(socket: Timed): void {
  const known = resting.get(socket);
  if (known === undefined) return;
  known.works -= 1;
  if (known.works > 0) return;
  resting.delete(socket);
  socket.setTimeout(known.limitMs);
}

export async function inOwnTime<T>(socket: Timed, work: () => Promise<T>): Promise<T> {
  rest(socket);
  try {
    return await work();
  } finally {
    resume(socket);
  }
}

/** The same for a stream: each piece is made in our time, and taken in the caller's. */
export async function* madeInOwnTime<T>(
  socket: Timed,
  pieces: AsyncGenerator<T>,
): AsyncGenerator<T> {
  try {
    for (;;) {
      const { done = false, value } = await inOwnTime(socket, () => pieces.next());
      if (done) return;
      yield value;
    }
  } finally {
    await pieces.return(undefined);
  }
}

/**
 * The other way round: each piece arrives in the caller's time, and what is done with it, or
 * comes after the last one, is in ours. Ends with its reader.
 */
export async function* takenInOwnTime<T>(
  socket: Timed,
  pieces: AsyncIterable<T>,
): AsyncGenerator<T> {
  const reading = pieces[Symbol.asyncIterator]();
  rest(socket);
  try {
    for (;;) {
      resume(socket);
      const { done = false, value } = await reading.next().finally(() => rest(socket));
      if (done) return;
      yield value;
    }
  } finally {
    await reading.return?.();
  }
}
