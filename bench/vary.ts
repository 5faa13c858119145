// A sample bill with other ids, names and figures, so that no cache meets the same bill twice. It
// knows no layout: texts keep their length and figures get no longer, so that what fits still fits.

import { moneyText, parseMoney } from '../src/bill/money.ts';
import type { BillInput } from '../src/bill/schema.ts';
import { Chance } from './chance.ts';
import { Figures } from './figures.ts';

type Charge = BillInput['charges'][number];
type Amount = Charge['charged'];
type PaymentCodes = NonNullable<BillInput['paymentCodes']>;

/**
 * Bills like `sample`, without end, as the JSON text that a caller would send. Every sum, product
 * and reference that holds in the sample holds in each of them. Equal seeds give equal bills.
 */
export function* variations(sample: BillInput, seed: number): Generator<string, never> {
  const chance = new Chance(seed);
  for (;;) yield JSON.stringify(varied(sample, chance));
}

function varied(sample: BillInput, chance: Chance): BillInput {
  const { account, optionalDue, paymentCodes = [] } = sample;
  const figures = new Figures(sample, chance);
  const charges = sample.charges.map((charge) => variedCharge(charge, figures, chance));
  const meters = figures.meters();
  const totalDue = totalOf(charges, false);
  const number = otherDigits(account.number, chance);
  const bill: BillInput = {
    ...sample,
    ...(sample.number === undefined ? {} : { number: otherDigits(sample.number, chance) }),
    ...(sample.lastPayment === undefined ? {} : { lastPayment: lastPayment(sample, chance) }),
    account: {
      ...account,
      ...figures.premises(),
      number,
      payer: otherLetters(account.payer, chance),
    },
    charges,
    meters: meters.map((meter) => ({ ...meter, serial: otherDigits(meter.serial, chance) })),
    consumptionHistory: figures.histories(),
    totalDue: moneyText(totalDue),
    ...(optionalDue === undefined ? {} : { optionalDue: moneyText(totalOf(charges, true)) }),
    paymentCodes: respelled(
      paymentCodes,
      [account.number, number],
      respellings(moneyOf(sample.totalDue), totalDue),
    ),
  };
  return moved(bill, chance);
}

function variedCharge(charge: Charge, figures: Figures, chance: Chance): Charge {
  const metered = figures.charged(charge);
  const opening = smaller(charge.openingBalance, chance);
  // What was settled stays settled: a debt would bring the layout's notice of debts.
  const isSettled = moneyOf(charge.paid) === moneyOf(charge.openingBalance);
  const addends = {
    openingBalance: opening,
    recalculation: smaller(charge.recalculation, chance),
    penalty: smaller(charge.penalty, chance),
    benefit: smaller(charge.benefit, chance),
    paid: isSettled ? opening : smaller(charge.paid, chance),
  };
  const { openingBalance, recalculation, penalty, benefit, paid } = addends;
  const due = openingBalance + moneyOf(metered.charged) + recalculation + penalty - benefit - paid;
  const given = Object.entries(addends).filter(([key]) => Object.hasOwn(charge, key));
  const texts = Object.fromEntries(given.map(([key, money]) => [key, moneyText(money)]));
  return { ...charge, ...metered, ...texts, due: moneyText(due) };
}

/** What counts towards a total: only positive lines. */
function totalOf(charges: readonly Charge[], optional: boolean): number {
  return charges
    .filter((charge) => (charge.optional ?? false) === optional)
    .reduce((sum, { due }) => sum + Math.max(0, moneyOf(due)), 0);
}

/** Between half of the amount and all of it, so that it takes no more digits. */
function smaller(amount: Amount | undefined, chance: Chance): number {
  const money = moneyOf(amount);
  const share = 0.5 + chance.fraction() / 2;
  return Math.round(money * share) + 0;
}

function moneyOf(amount: Amount | undefined): number {
  return amount === undefined ? 0 : (parseMoney(amount) ?? Number.NaN);
}

function lastPayment({ lastPayment: given }: BillInput, chance: Chance): BillInput['lastPayment'] {
  return given && { ...given, amount: moneyText(smaller(given.amount, chance)) };
}

/** Layouts ask for shapes of numbers, which tend to begin alike: only the last digits change. */
function otherDigits(text: string, chance: Chance): string {
  const head = text.slice(0, -6);
  return head + text.slice(-6).replace(/\d/g, () => String(chance.whole(0, 9)));
}

/** Vowels for vowels and consonants for consonants of one script, capitals for capitals. */
const alphabets = ['аәеиоөұүыі', 'бвгғджзйкқлмнңпрстхшһ', 'aeiou', 'bcdfghklmnprstvz'];

function otherLetters(name: string, chance: Chance): string {
  return name.replace(/\p{L}/gu, (letter) => {
    const small = letter.toLowerCase();
    const alphabet = alphabets.find((letters) => letters.includes(small));
    if (alphabet === undefined) return letter;
    const other = chance.letter(alphabet);
    return small === letter ? other : other.toUpperCase();
  });
}

/** To another house: each digit of the address stands for another, in every language the same. */
function moved(bill: BillInput, chance: Chance): BillInput {
  const order = chance.shuffled('123456789');
  const move = (text: string) => text.replace(/[1-9]/g, (digit) => order.charAt(Number(digit) - 1));
  const { account, delivery } = bill;
  const address = withTexts(account.address, move);
  const moved = { ...bill, account: { ...account, address } };
  if (delivery === undefined) return moved;
  const { house, flat, ...rest } = delivery;
  return { ...moved, delivery: { ...rest, ...withTexts({ house, flat }, move) } };
}

/** What a text says, and what it says instead. */
type Respelling = readonly [from: string, to: string];

/** The account and the total stand in payment codes too, in fields of any kind. */
function respelled(codes: PaymentCodes, account: Respelling, amounts: readonly Respelling[]) {
  const other = new Map(amounts);
  return withTexts(codes, (text) => other.get(text) ?? text.replaceAll(...account));
}

/** A copy of a JSON value in which every text is changed. */
function withTexts<T>(value: T, change: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_, found) =>
    typeof found === 'string' ? change(found) : found,
  );
}

/** In tenge and in tiyn. */
function respellings(from: number, to: number): readonly Respelling[] {
  return [
    [moneyText(from), moneyText(to)],
    [String(from), String(to)],
  ];
}
