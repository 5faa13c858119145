// The entry of a rendering thread, as the pool starts it. What it does is in thread.ts; what is
// loaded after the first line is compiled once and kept.

import { keepCompiledCode } from '../compile-cache.ts';

keepCompiledCode();
export const { greet, render } = await import('./thread.ts');
