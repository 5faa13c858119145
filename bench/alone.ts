// A process of its own that renders bills on one thread: how long until the first, how much memory
// for many. Its only argument says how many; its parent hears after the first and the last.

import { keepCompiledCode } from '../src/compile-cache.ts';

// As the command line does.
keepCompiledCode();
const { renderTask } = await import('../src/render/render-bill.ts');
const { openBills, openResources, pdfTask } = await import('./subject.ts');

const resources = await openResources();
const bills = openBills();
const count = Number(process.argv[2]);
for (let i = 0; i < count; i += 1) {
  const [json = ''] = bills.take(1);
  const outcome = await renderTask(pdfTask(json), resources);
  if (!outcome.ok) throw new Error(outcome.faults.map(({ message }) => message).join('\n'));
  if (i === 0) process.send?.('first');
}
process.send?.(process.resourceUsage().maxRSS / 1024);
process.disconnect?.();
