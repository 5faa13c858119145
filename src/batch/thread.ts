// The entry of a batch thread, as the crew starts it. What it does is in thread-work.ts; what is
// loaded after the first line is compiled once and kept.

import { keepCompiledCode } from '../compile-cache.ts';

keepCompiledCode();
export const { greet, render } = await import('./thread-work.ts');
