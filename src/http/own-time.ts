// Time that we ourselves take is not the caller's: the limit for idle connections, which ends those
// of callers who read nothing, rests while something is made for them.

import type { Socket } from 'node:net';

type Timed = Pick<Socket, 'timeout' | 'setTimeout'>;

export async function inOwnTime<T>(socket: Timed, work: () => Promise<T>): Promise<T> {
  const limitMs = socket.timeout ?? 0;
  socket.setTimeout(0);
  try {
    return await work();
  } finally {
    socket.setTimeout(limitMs);
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
