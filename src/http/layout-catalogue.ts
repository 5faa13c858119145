// What HTTP needs to know of the layouts. Types only: loading them is not done here.

/** One revision of a layout, as callers choose it. Periods are YYYY-MM, both ends included. */
export interface LayoutSummary {
  readonly id: string;
  readonly revision: number;
  readonly title: { readonly kk: string; readonly ru: string; readonly en?: string };
  readonly languages: readonly string[];
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface LayoutDescription extends LayoutSummary {
  /** JSON Schema of layout.json. */
  readonly schema: object;
  /** A bill that shows the layout, a plain JSON value; absent where the package has none. */
  readonly sample?: unknown;
}

export interface LayoutCatalogue {
  list(): readonly LayoutSummary[];
  /** `id` or `id@revision`; without a revision the newest. */
  get(id: string): LayoutDescription | undefined;
  /** Known ids that resemble `id`, the most similar first. */
  nearest(id: string): readonly string[];
}
