// The options of a plan, for query parameters and for flags of the command line alike. It plans
// nothing.

import { z } from 'zod';

export const sortOrders = ['address', 'route', 'account', 'as-sent'] as const;
export const groupKinds = ['route', 'house'] as const;

export type SortOrder = (typeof sortOrders)[number];
export type GroupKind = (typeof groupKinds)[number];

/** Sheets of a volume: some sixty reams are more than a pallet, and a viewer still opens it. */
const mostSheets = 30_000;
/** Bytes of a volume, 2 GiB less one: what older programs can still address. */
const mostBytes = 2_147_483_647;
/** Bills of a proof run: what a person looks through. */
const mostProofs = 500;

/** A whole number, as a number or in digits, as queries and flags hold it. */
function count(least: number, most: number) {
  const rule = `a whole number from ${least} to ${most}`;
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d{1,10}$/, rule)
          .transform(Number),
      ],
      { error: rule },
    )
    .pipe(z.int(rule).min(least, rule).max(most, rule));
}

/**
 * Flat, so that each is one parameter or one flag. The refinements name what does not go together:
 * a route is in one piece only if the order is by route, a house only if it is by address.
 */
export const planOptionsSchema = z
  .strictObject({
    sort: z.enum(sortOrders).default('address').meta({
      description: 'Postcode, street, house, entrance, flat; `route` puts the route in front.',
    }),
    volumeSheets: count(1, mostSheets).default(5000).meta({ description: 'Sheets of a volume.' }),
    volumeBytes: count(1_000_000, mostBytes)
      .optional()
      .meta({ description: 'Bytes of a volume, by the size of its pages.' }),
    breakAt: z.enum(['anywhere', 'house', 'route', 'every-route']).default('anywhere').meta({
      description: 'Where a volume may end; every-route begins one for each route.',
    }),
    separators: z
      .enum(['none', ...groupKinds])
      .default('none')
      .meta({
        description: 'A sheet in front of each house or route, with its counts and total.',
      }),
    proof: count(0, mostProofs)
      .default(0)
      .meta({ description: 'Bills of the proof run, chosen by what may go wrong; 0 is none.' }),
  })
  .refine(({ sort, breakAt }) => keepsTogether(sort, kindOf(breakAt)), {
    path: ['breakAt'],
    error: 'anywhere unless sort keeps houses (address, route) or routes (route) together',
  })
  .refine(({ sort, separators }) => keepsTogether(sort, kindOf(separators)), {
    path: ['separators'],
    error: 'none unless sort keeps houses (address, route) or routes (route) together',
  })
  .meta({ id: 'PlanOptions', description: 'The order of printing, its volumes, a proof run.' });

export type PlanOptions = z.output<typeof planOptionsSchema>;

/** What an option is about, if it is about houses or routes. */
export function kindOf(option: string): GroupKind | undefined {
  if (option === 'every-route') return 'route';
  return option === 'house' || option === 'route' ? option : undefined;
}

export function keepsTogether(sort: SortOrder, kind: GroupKind | undefined): boolean {
  if (kind === undefined || sort === 'route') return true;
  return kind === 'house' && sort === 'address';
}
