// The common-house meter on one bill: the difference shared by volume, as an equation that adds up.

import { moneyText } from '../bill/money.ts';
import type { BillInput } from '../bill/schema.ts';
import type { House } from './house.ts';
import { monthBefore } from './month.ts';
import { costOf, type Quantity, quantityOf, quantityText } from './quantity.ts';
import type { ServiceRecipe } from './recipe.ts';

type HouseMeter = NonNullable<BillInput['houseMeters']>[number];

/** Litres: three decimals of a cubic metre, whatever the flat's own meter shows. */
const decimals = 3;

export function sharedMeter(
  { supplier, service, unit, tariff }: ServiceRecipe,
  own: Quantity,
  meter: House['meter'],
  period: string,
): HouseMeter & { readonly share: string } {
  const { individualTotal, difference } = meter;
  const ownVolume = own.units * 10 ** (decimals - own.decimals);
  // Nothing is charged where the flats have handed in more than the house used.
  const units = Math.max(0, Math.round((difference * ownVolume) / individualTotal));
  const share = { units, decimals };
  const litres = (value: number) => quantityText({ units: value, decimals });
  const volume = individualTotal + difference;
  return {
    supplier,
    service,
    serial: meter.serial,
    unit,
    previous: { value: litres(meter.previous), on: `${monthBefore(period)}-25` },
    current: { value: litres(meter.previous + volume), on: `${period}-25` },
    volume: litres(volume),
    individualTotal: litres(individualTotal),
    difference: litres(difference),
    allocation: 'by-volume',
    ownVolume: litres(ownVolume),
    share: quantityText(share),
    tariff,
    charged: moneyText(costOf(share, quantityOf(tariff))),
  };
}
