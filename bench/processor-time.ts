// The time that this thread spent computing. Others on the machine take turns with it, and their
// turns are not counted: on an idle machine this is the time on the clock.

/** Milliseconds since the thread began; only differences mean anything. */
export function processorMs(): number {
  // Linux tells a thread its time as of the last tick, up to 4 ms ago. Asking for the whole
  // process brings the account up to date (thread_group_cputime in kernel/sched/cputime.c).
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
