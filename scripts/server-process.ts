// Starts the real service as a process of its own on a free port of the loopback, and ends it by
// the signal that a supervisor sends.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Service {
  readonly url: string;
  readonly process: ChildProcess;
  /** Log lines so far. */
  readonly log: readonly string[];
  /** Asks it to end and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Rejects with what the service said when it ends instead of listening. */
export async function startService(
  environment: Readonly<Record<string, string>> = {},
): Promise<Service> {
  const server = fileURLToPath(new URL('../src/server.ts', import.meta.url));
  const child = spawn(process.execPath, [server], {
    env: { HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const log: string[] = [];
  const listening = Promise.withResolvers<string>();
  const listen = (line: string) => {
    log.push(line);
    const url = /listening at (http:\/\/[\d.:]+)/.exec(line)?.[1];
    if (url !== undefined) listening.resolve(url);
  };
  createInterface({ input: child.stdout }).on('line', listen);
  createInterface({ input: child.stderr }).on('line', listen);
  void exited.then(async () => {
    await Promise.all([once(child.stdout, 'close'), once(child.stderr, 'close')]);
    listening.reject(new Error(log.join('\n')));
  });
  const url = await listening.promise;
  return {
    url,
    process: child,
    log,
    async stop() {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}
