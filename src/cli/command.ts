// What a command of the command line is, and what it may touch. Types and exit codes only.

import type { Clock } from '../clock.ts';
import type { Config, ConfigReading } from '../config.ts';
import type { Outcome } from '../fault.ts';
import type { LayoutSummary, RenderOutcome, RenderTask } from '../worker/protocol.ts';

/** 1: the bills are at fault, 2: the command line is, 3: the machine or the program is. */
export const exit = { ok: 0, bills: 1, usage: 2, machine: 3 } as const;

export type Exit = (typeof exit)[keyof typeof exit];

export interface Command {
  readonly name: string;
  /** One line of the overview. */
  readonly summary: string;
  /** What follows the name, e.g. `FILE… -o DIR`. */
  readonly usage: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Command lines without `tolem`, each with what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  run(given: Given, surroundings: Surroundings): Promise<Exit>;
}

/** As parseArgs wants it, and what help says. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly default?: string | boolean;
  readonly about: string;
}

/** The command line after parsing: names are checked, values are not. */
export interface Given {
  readonly files: readonly string[];
  text(option: string): string | undefined;
  flag(option: string): boolean;
}

/** Everything outside the program; tests give their own. */
export interface Surroundings {
  /** Writes whole lines. */
  out(line: string): void;
  err(line: string): void;
  /** One line that is written over and over, for people; absent where nobody watches. */
  readonly progress?: (line: string) => void;
  /** Writes text to where lines go, and waits until the reader has room for more. */
  write(text: string): Promise<void>;
  readInput(): Promise<Uint8Array>;
  readConfig(): ConfigReading;
  openEngine(config: Config): Promise<Outcome<Engine>>;
}

/** The renderer in this process; the same code as in the threads of the service. */
export interface Engine {
  readonly layouts: readonly LayoutSummary[];
  readonly clock: Clock;
  render(task: RenderTask): Promise<RenderOutcome>;
}

/** A command line that cannot be run; the message is shown with a hint at help. */
export class UsageError extends Error {}
