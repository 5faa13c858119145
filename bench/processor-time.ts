// The time that this thread spent computing. Others on the machine take turns with it, and their
// turns are not counted: on an idle machine this is the time on the clock.

/** Milliseconds since the thread began; only differences mean anything. */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
