// tolem manifest verify: whether the volumes of a folder are what was sealed.

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, exit, UsageError } from './command.ts';

export const manifestCommand: Command = {
  name: 'manifest',
  summary: 'Verify the volumes of a batch.',
  usage: 'verify DIR',
  options: { json: { type: 'boolean', default: false, about: 'Report one JSON object.' } },
  examples: [
    ['manifest verify out', 'reads every page again and says what is missing, doubled or moved'],
  ],
  async run(given, { out, err }) {
    const [verb, folder, ...others] = given.files;
    if (verb !== 'verify' || folder === undefined || others.length > 0) {
      throw new UsageError('Name the folder with the manifest: verify DIR.');
    }
    await access(join(folder, 'manifest.json')).catch(() => {
      throw new UsageError(`${folder} has no manifest.json; a batch that has not ended has none.`);
    });
    const { verifyFolder } = await import('../batch/verify.ts');
    const { findings, sheets, volumes } = await verifyFolder(folder);
    if (given.flag('json'))
      out(JSON.stringify({ ok: findings.length === 0, sheets, volumes, findings }));
    else {
      for (const { file, page, message } of findings) {
        err(`${file}: ${page === undefined ? '' : `page ${page}: `}${message}`);
      }
      if (findings.length === 0) out(`${folder}: ok, ${sheets} sheets in ${volumes} volumes`);
    }
    return findings.length === 0 ? exit.ok : exit.bills;
  },
};
