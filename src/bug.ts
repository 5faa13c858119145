// An unexpected error in a form that may be logged: what kind it is and where it arose. The
// message stays out, because JSON.parse, zod and assert quote the input in theirs.

/** `correlationId` is the number the caller can quote. */
export interface Bug {
  readonly correlationId: string;
  readonly name: string;
  readonly code?: string;
  /** Stack frames, innermost first. */
  readonly frames: readonly string[];
}

export function describeBug(error: unknown, correlationId: string): Bug {
  if (!(error instanceof Error)) return { correlationId, name: typeof error, frames: [] };
  const bug = { correlationId, name: error.name, frames: framesOf(error) };
  return 'code' in error && typeof error.code === 'string' ? { ...bug, code: error.code } : bug;
}

// Frames begin with "at" and everything above them is the message, which may have many lines.
// Twelve frames reach from the failing line to the entry of the thread.
function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .*:\d+:\d+\)?$/.test(line)).slice(0, 12);
}
