// For `node --import`: the process says last on stderr which modules its main thread has loaded, as
// one line of JSON.

import { loaded } from './note-modules.ts';

process.on('exit', () => process.stderr.write(`\n${JSON.stringify([...loaded])}`));
