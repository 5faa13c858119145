// Other quantities, readings and areas for one bill, in step with each other: a meter that counted
// less is charged less. Balances and totals are vary.ts's.

import { type Exact, exact, exactText, minus, plus, times } from '../src/bill/exact.ts';
import { moneyText, parseMoney } from '../src/bill/money.ts';
import { isProduct } from '../src/bill/product.ts';
import type { BillInput } from '../src/bill/schema.ts';
import type { Chance } from './chance.ts';

type Charge = BillInput['charges'][number];
type Meter = NonNullable<BillInput['meters']>[number];
type History = NonNullable<BillInput['consumptionHistory']>[number];
type Premises = Pick<BillInput['account'], 'area' | 'heatedArea' | 'residents'>;
/** As callers may write it. */
type Decimal = string | number;

export class Figures {
  readonly #bill: BillInput;
  readonly #chance: Chance;
  /** How much less each meter counted than in the sample. */
  readonly #savings: ReadonlyMap<string, Exact>;
  /**
   * Thousandths by which the premises are smaller: one number for all, because several services
   * are charged for by the same area and no heated area may exceed the whole.
   */
  readonly #smaller: number;

  constructor(bill: BillInput, chance: Chance) {
    this.#bill = bill;
    this.#chance = chance;
    this.#smaller = chance.whole(0, 500);
    const free = (bill.meters ?? []).filter((meter) => isFree(meter, bill.charges));
    this.#savings = new Map(free.map((meter) => [meter.id, this.#saving(meter)]));
  }

  premises(): Premises {
    const { area, heatedArea, residents } = this.#bill.account;
    return {
      ...(area === undefined ? {} : { area: this.#other(area) }),
      ...(heatedArea === undefined ? {} : { heatedArea: this.#other(heatedArea) }),
      ...(residents === undefined ? {} : { residents: Number(this.#other(residents)) }),
    };
  }

  /** Lower readings, and between them what the meter counted here. */
  meters(): Meter[] {
    return (this.#bill.meters ?? []).map((meter) => {
      const { id, previous, current, rollover, replaced } = meter;
      if (current === undefined || rollover === true || replaced === true) return meter;
      const shift = this.#part(exact(String(previous.value)));
      const saving = this.#savings.get(id) ?? nothing;
      return {
        ...meter,
        previous: { ...previous, value: less(previous.value, shift) },
        current: { ...current, value: less(current.value, plus(shift, saving)) },
      };
    });
  }

  histories(): History[] {
    return (this.#bill.consumptionHistory ?? []).map((history) => ({
      ...history,
      months: history.months.map((month) => {
        const isNow = month.period === this.#bill.period;
        const saving = isNow
          ? (this.#savings.get(history.meter) ?? nothing)
          : this.#part(exact(String(month.quantity)));
        return { ...month, quantity: less(month.quantity, saving) };
      }),
    }));
  }

  /**
   * What the charge is for and what it comes to. Sub-lines and shares of a house meter have sums
   * of their own, so such charges stay as they are.
   */
  charged(charge: Charge): Pick<Charge, 'quantity' | 'charged'> {
    const { quantity, tariff, charged } = charge;
    if (isFixed(charge)) return { charged };
    if (quantity === undefined || tariff === undefined) {
      const money = parseMoney(charged) ?? Number.NaN;
      return { charged: moneyText(Math.round(money * (1 - this.#chance.fraction() / 2))) };
    }
    const other = this.#otherQuantity(charge, quantity);
    const product = times(exact(other), exact(String(tariff)));
    return { quantity: other, charged: moneyText(Math.round(Number(exactText(product)) * 100)) };
  }

  #otherQuantity({ meters = [] }: Charge, quantity: Decimal): string {
    if (meters.length === 0) return this.#other(quantity);
    const savings = meters.map((id) => this.#savings.get(id) ?? nothing);
    return less(quantity, savings.reduce(plus, nothing));
  }

  #other(quantity: Decimal): string {
    return less(quantity, share(exact(String(quantity)), this.#smaller));
  }

  /** In whole units of the coarsest figure that it changes, so that none gets more decimals. */
  #saving({ id, previous, current }: Meter): Exact {
    if (current === undefined) return nothing;
    const charges = this.#bill.charges.filter(({ meters }) => meters?.includes(id));
    const figures = [previous.value, current.value, ...charges.map(({ quantity = 0 }) => quantity)];
    const scale = Math.min(...figures.map((figure) => exact(String(figure)).scale));
    const counted = minus(exact(String(current.value)), exact(String(previous.value)));
    const units = BigInt(counted.units) / 10n ** BigInt(counted.scale - scale);
    return this.#part({ units, scale });
  }

  #part(whole: Exact): Exact {
    return share(whole, this.#chance.whole(0, 500));
  }
}

const nothing: Exact = { units: 0n, scale: 0 };

/** In whole units of the last digit; of a negative figure nothing. */
function share({ units, scale }: Exact, thousandths: number): Exact {
  return { units: units > 0 ? (BigInt(units) * BigInt(thousandths)) / 1000n : 0n, scale };
}

function less(quantity: Decimal, part: Exact): string {
  return exactText(minus(exact(String(quantity)), part));
}

/** A meter whose count can be another one: nothing but lines of quantity × tariff rest on it. */
function isFree(meter: Meter, charges: readonly Charge[]): boolean {
  const { current, consumption, ratio, losses, rollover, replaced } = meter;
  if (current === undefined || consumption !== undefined || ratio !== undefined) return false;
  if (losses !== undefined || rollover === true || replaced === true) return false;
  return charges.every((charge) => !charge.meters?.includes(meter.id) || !isFixed(charge));
}

function isFixed({ lines = [], basis, quantity, tariff, charged }: Charge): boolean {
  if (lines.length > 0 || basis === 'house-meter') return true;
  if (quantity === undefined || tariff === undefined) return false;
  const money = parseMoney(charged) ?? Number.NaN;
  return !isProduct(money, String(quantity), String(tariff));
}
