// What all accounts of a house have in common: address, services, suppliers, its common meter.

import { hasCheckDigit, isIban } from '../bill/identifier.ts';
import type { BillInput } from '../bill/schema.ts';
import { Chance } from './chance.ts';
import type { Recipe, ServiceRecipe, Words } from './recipe.ts';
import { type Address, addressOf, type Place } from './town.ts';

type Supplier = BillInput['suppliers'][number];

export interface House {
  readonly address: Address;
  readonly flats: number;
  readonly suppliers: readonly Supplier[];
  readonly services: readonly ServiceRecipe[];
  /** Of the common meter, in litres; `difference` is what it counted beyond the flats. */
  readonly meter: {
    readonly serial: string;
    readonly previous: number;
    readonly individualTotal: number;
    readonly difference: number;
  };
}

/** Draws of a house have a salt of their own, so that they do not follow those of bills. */
const houseSalt = 0x486f7573;

/** Neighbours come within ten quarters, so this many are asked for again; more is only memory. */
const remembered = 2000;

/** The houses of a town, each made when its first flat comes. */
export class Houses {
  private readonly recipe: Recipe;
  private readonly words: Words;
  private readonly seed: number;
  private readonly known = new Map<number, House>();

  constructor(recipe: Recipe, words: Words, seed: number) {
    this.recipe = recipe;
    this.words = words;
    this.seed = seed;
  }

  at(place: Place): House {
    let house = this.known.get(place.house);
    if (house === undefined) {
      if (this.known.size >= remembered) this.known.clear();
      house = houseOf(place, this.recipe, this.words, this.seed);
      this.known.set(place.house, house);
    }
    return house;
  }
}

function houseOf(place: Place, recipe: Recipe, words: Words, seed: number): House {
  const { house, flats } = place;
  const chance = new Chance(seed, houseSalt, house);
  const address = addressOf(house, recipe, words);
  // A flat uses 6 m³ or more on average, so no flat uses more than all of them together.
  const individualTotal = flats * chance.between(6000, 9000) + chance.below(1000);
  return {
    address,
    flats,
    suppliers: recipe.suppliers.map((supplier) => supplierOf(supplier, address, chance)),
    services: recipe.services.filter(
      ({ houses, leastFlats }) => flats >= leastFlats && chance.happens(houses),
    ),
    meter: {
      serial: String(7000 + (house % 3000)),
      previous: 1000 * chance.between(2000, 80_000),
      individualTotal,
      difference: differenceOf(individualTotal, chance),
    },
  };
}

/** Mostly a tenth; in one house of twenty the flats have handed in more than the house used. */
function differenceOf(individualTotal: number, chance: Chance): number {
  const share = chance.happens(0.05) ? -chance.between(1, 3) : chance.between(3, 14);
  return Math.round((individualTotal * share) / 100);
}

function supplierOf(
  { ofHouse, ...supplier }: Recipe['suppliers'][number],
  { house }: Address,
  chance: Chance,
): Supplier {
  if (!ofHouse) return supplier;
  const { kk, ru, en } = supplier.name;
  const name = { kk: kk.replace('{n}', house), ru: ru?.replace('{n}', house), en };
  return { ...supplier, name, bin: binOf(chance), iban: ibanOf(chance) };
}

/** Registered in the month 00 of the year 00: no such company is, but the check digit is right. */
function binOf(chance: Chance): string {
  for (;;) {
    const stem = `000040${String(chance.below(100_000)).padStart(5, '0')}`;
    for (let digit = 0; digit < 10; digit += 1) {
      if (hasCheckDigit(`${stem}${digit}`)) return `${stem}${digit}`;
    }
  }
}

/** Of the bank 999, which there is not. */
function ibanOf(chance: Chance): string {
  const account = `999${String(chance.below(10 ** 9)).padStart(13, '0')}`;
  for (let check = 2; check < 99; check += 1) {
    const iban = `KZ${String(check).padStart(2, '0')}${account}`;
    if (isIban(iban)) return iban;
  }
  throw new RangeError('two digits check every account');
}
