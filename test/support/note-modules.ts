// Notes the addresses of all modules that this thread loads after it.

import { registerHooks } from 'node:module';

export const loaded = new Set<string>();

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    loaded.add(found.url);
    return found;
  },
});
