// The entry of a thread that verifies volumes, one after the other.

import type { Work } from '../worker/task-threads.ts';
import type { Finding } from './finding.ts';
import { type SealedSheets, verifyVolume } from './verify-volume.ts';

export const work: Work<SealedSheets, readonly Finding[]> = verifyVolume;
