// Entry of the service. What it does is in server/serve.ts; what is loaded after the first line is
// compiled once and kept.

import { keepCompiledCode } from './compile-cache.ts';

keepCompiledCode();
const { readConfig } = await import('./config.ts');
const { serve } = await import('./server/serve.ts');

const reading = readConfig();
if (!reading.ok) for (const { message } of reading.problems) console.error(message);
if (!reading.ok) process.exitCode = 2;
else if (!(await serve(reading.config))) process.exitCode = 3;
