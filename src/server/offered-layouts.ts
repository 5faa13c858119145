// The layouts as callers see them: what the threads offer, together with the samples. It loads no
// layout and renders nothing.

import { z } from 'zod';
import type { LayoutCatalogue } from '../http/layout-catalogue.ts';
import { nearestOf } from '../layout/nearest.ts';
import type { LayoutSummary } from '../worker/protocol.ts';
import type { Samples } from './samples.ts';

/** `summaries` are in the order of ids, then of revisions. */
export function offerLayouts(
  summaries: readonly LayoutSummary[],
  samples: Samples,
): LayoutCatalogue {
  return {
    list: () => summaries,
    get(wanted) {
      const [id, revision] = wanted.split('@');
      const summary = summaries.findLast(
        (known) =>
          known.id === id && (revision === undefined || String(known.revision) === revision),
      );
      if (summary === undefined) return undefined;
      const sample = samples.get(summary.id);
      return { ...summary, ...(sample !== undefined && { sample }) };
    },
    nearest: (wanted) =>
      nearestOf(
        summaries.map(({ id }) => id),
        wanted.split('@', 1)[0] ?? '',
      ),
    schema: fileSchema,
  };
}

let schema: Promise<object> | undefined;

/** Asked for seldom, and the schema of layouts takes a while to load and to convert. */
function fileSchema(): Promise<object> {
  schema ??= import('../layout/schema.ts').then(({ layoutSchema }) =>
    z.toJSONSchema(layoutSchema, { io: 'input' }),
  );
  return schema;
}
