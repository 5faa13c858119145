// tolem validate: everything that rendering would say, without writing anything.

import { type RenderOutcome, resolution } from '../worker/protocol.ts';
import type { Command, Engine, Exit, Surroundings } from './command.ts';
import { labelOf, readBill, requireNames, requireReadable } from './input.ts';
import { exitOf, faultLines, warningLines, worst } from './report.ts';
import { withEngine } from './session.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'Say what is wrong with bills.',
  usage: 'FILE.json…',
  options: { json: { type: 'boolean', default: false, about: 'Report one JSON object a bill.' } },
  examples: [
    ['validate bill.json', 'says "bill.json: ok", or file: place: what is wrong'],
    ['validate *.json --json', 'the same for programs'],
  ],
  async run(given, surroundings) {
    requireNames(given.files);
    await requireReadable(given.files);
    const tell = given.flag('json') ? tellPrograms : tellPeople;
    return withEngine(surroundings, async (engine) => {
      const exits: Exit[] = [];
      for (const file of given.files) {
        const outcome = await check(file, engine, surroundings);
        tell(labelOf(file), outcome, surroundings);
        exits.push(exitOf(outcome.ok ? [] : outcome.faults));
      }
      return worst(exits);
    });
  },
};

async function check(
  file: string,
  engine: Engine,
  surroundings: Surroundings,
): Promise<RenderOutcome> {
  const bill = await readBill(file, surroundings);
  if (!bill.ok) return bill;
  const today = engine.clock.today();
  const rest = { output: 'check', profile: 'print', dpi: resolution.preset } as const;
  return engine.render({ json: bill.value, ...rest, today });
}

function tellPrograms(file: string, outcome: RenderOutcome, { out }: Surroundings): void {
  const { ok, warnings } = outcome;
  out(JSON.stringify({ file, ok, errors: outcome.ok ? [] : outcome.faults, warnings }));
}

function tellPeople(file: string, outcome: RenderOutcome, { out, err }: Surroundings): void {
  for (const line of warningLines(file, outcome.warnings)) err(line);
  if (outcome.ok) out(`${file}: ok`);
  else for (const line of faultLines(file, outcome.faults)) err(line);
}
