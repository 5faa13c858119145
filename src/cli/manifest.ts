// tolem manifest verify: whether the volumes of a folder are what was sealed.

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verification } from '../batch/verify.ts';
import {
  type Command,
  type Exit,
  exit,
  type Given,
  type Surroundings,
  UsageError,
} from './command.ts';
import { withConfig } from './session.ts';

export const manifestCommand: Command = {
  name: 'manifest',
  summary: 'Verify the volumes of a batch.',
  usage: 'verify DIR',
  options: { json: { type: 'boolean', default: false, about: 'Report one JSON object.' } },
  examples: [
    ['manifest verify out', 'reads every page again and says what is missing, doubled or moved'],
  ],
  async run(given, surroundings) {
    const [verb, folder, ...others] = given.files;
    if (verb !== 'verify' || folder === undefined || others.length > 0) {
      throw new UsageError('Name the folder with the manifest: verify DIR.');
    }
    await access(join(folder, 'manifest.json')).catch(() => {
      throw new UsageError(`${folder} has no manifest.json; a batch that has not ended has none.`);
    });
    return withConfig(surroundings, async ({ batchWorkers }) => {
      const { verifyFolder } = await import('../batch/verify.ts');
      return report(await verifyFolder(folder, batchWorkers), folder, { given, surroundings });
    });
  },
};

function report(
  { findings, sheets, volumes }: Verification,
  folder: string,
  { given, surroundings }: { readonly given: Given; readonly surroundings: Surroundings },
): Exit {
  const isOk = findings.length === 0;
  const { out, err } = surroundings;
  if (given.flag('json')) out(JSON.stringify({ ok: isOk, sheets, volumes, findings }));
  else {
    for (const { file, page, message } of findings) {
      err(`${file}: ${page === undefined ? '' : `page ${page}: `}${message}`);
    }
    if (isOk) out(`${folder}: ok, ${sheets} sheets in ${volumes} volumes`);
  }
  return isOk ? exit.ok : exit.bills;
}
