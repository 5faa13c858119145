// The proof run of a batch: the sheets that the plan chose, before all others, with the numbers and
// marks that they will have. One PDF, a synced draft at the end.

import { rmSync } from 'node:fs';
import type { Tools } from './check-lines.ts';
import { writeDraft } from './draft.ts';
import { drawPicked } from './draw-picked.ts';
import { draftOf, filesIn } from './folder.ts';
import type { Progress, ProofResult, ProofTask } from './protocol.ts';

export function drawProof(task: ProofTask, tools: Tools, progress: Progress): ProofResult {
  const draft = draftOf(filesIn(task.folder).proof);
  let pages = 0;
  const sealed = writeDraft(draft, (out) => {
    const print = { task, title: 'proof', kind: 'proof', tools, progress } as const;
    pages = drawPicked(task.sheets, print, out);
  });
  if (pages > 0) return { ...sealed, pages };
  rmSync(draft);
  return undefined;
}
