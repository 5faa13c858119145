// tolem serve: the HTTP service in this process.

import { type Command, exit } from './command.ts';
import { withConfig } from './session.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Run the HTTP service.',
  usage: '',
  options: {
    check: {
      type: 'boolean',
      default: false,
      about: 'Start everything but the listening, and end.',
    },
  },
  examples: [
    ['serve', 'listens on 127.0.0.1:8080'],
    ['serve --check', 'says what prevents a start; keeps compiled code for the next one'],
    ['config', 'shows what can be set by environment variables'],
  ],
  run: (given, surroundings) =>
    withConfig(surroundings, async (config) => {
      // Late, so that the other commands do not load the HTTP stack.
      const { check, serve } = await import('../server/serve.ts');
      const run = given.flag('check') ? check : serve;
      return (await run(config)) ? exit.ok : exit.machine;
    }),
};
