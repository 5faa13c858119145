// What gray means, which PDF/A wants to be told of every document. It makes no profile.

import { deflateSync } from 'node:zlib';
import { grayProfile, grayProfileName } from './gray-profile.ts';
import type { ObjectKeeper, Reference } from './reference.ts';

/** Compressed once for all documents. */
const packedProfile = deflateSync(grayProfile(), { level: 9 });

/** ISO 19005-2, 6.2.3. */
export function addOutputIntent(objects: ObjectKeeper): Reference {
  return objects.addDictionary({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    // The wrapper tells strings from names.
    Info: new String(grayProfileName),
    OutputConditionIdentifier: new String(grayProfileName),
    DestOutputProfile: objects.addStream({ N: 1 }, packedProfile),
  });
}
