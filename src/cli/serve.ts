// tolem serve: the HTTP service in this process.

import { type Command, exit } from './command.ts';
import { withConfig } from './session.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Run the HTTP service.',
  usage: '',
  options: {},
  examples: [
    ['serve', 'listens on 127.0.0.1:8080'],
    ['config', 'shows what can be set by environment variables'],
  ],
  run: (_given, surroundings) =>
    withConfig(surroundings, async (config) => {
      // Late, so that the other commands do not load the HTTP stack.
      const { serve } = await import('../server/serve.ts');
      return (await serve(config)) ? exit.ok : exit.machine;
    }),
};
