// What HTTP needs to know of the layouts. Types only: loading them is not done here.

import type { LayoutSummary } from '../worker/protocol.ts';

export interface LayoutDescription extends LayoutSummary {
  /** A bill that shows the layout, a plain JSON value; absent where the package has none. */
  readonly sample?: unknown;
}

export interface LayoutCatalogue {
  list(): readonly LayoutSummary[];
  /** `id` or `id@revision`; without a revision the newest. */
  get(id: string): LayoutDescription | undefined;
  /** Known ids that resemble `id`, the most similar first. */
  nearest(id: string): readonly string[];
  /** JSON Schema of layout.json. */
  schema(): Promise<object>;
}
