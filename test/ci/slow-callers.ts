// Callers on a bad line, over HTTP: they read or send so many bytes a second, until they are told
// to hurry. Node's own client does the talking; the pauses are ours.

import { once } from 'node:events';
import { get, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** 50 KB/s is what is left of a telephone line. */
const bytesPerSecond = 50_000;
const stepMs = 100;

/** What slow callers have in common: when it is aborted, they go on as fast as they can. */
export type Hurry = AbortSignal;

export interface Read {
  /** Before it was to hurry. */
  readonly slowBytes: number;
  readonly bytes: number;
}

export async function readSlowly(url: string, hurry: Hurry): Promise<Read> {
  const [response] = await once(get(url, { agent: false }), 'response');
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  let bytes = 0;
  let slowBytes = 0;
  for await (const piece of response) {
    bytes += piece.length;
    if (hurry.aborted) continue;
    slowBytes = bytes;
    await pause((1000 * piece.length) / bytesPerSecond, hurry);
  }
  return { slowBytes, bytes };
}

export interface Sent {
  readonly status: number | undefined;
  readonly answer: string;
  readonly slowBytes: number;
}

/** The last step waits for the hurry, so that the sending outlasts what is done beside it. */
export async function sendSlowly(url: string, body: Buffer, hurry: Hurry): Promise<Sent> {
  const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': 'slow' };
  const sending = request(url, { method: 'POST', agent: false, headers });
  const answered = once(sending, 'response');
  const step = (bytesPerSecond * stepMs) / 1000;
  let sent = 0;
  while (!hurry.aborted) {
    if (sent + step < body.length) {
      sending.write(body.subarray(sent, sent + step));
      sent += step;
    }
    await pause(stepMs, hurry);
  }
  sending.end(body.subarray(sent));
  const [response] = await answered;
  return { status: response.statusCode, answer: await text(response), slowBytes: sent };
}

function pause(milliseconds: number, hurry: Hurry): Promise<void> {
  return sleep(milliseconds, undefined, { signal: hurry }).catch(() => {});
}
