// Reed–Solomon parity over GF(256), in the fields of QR codes and of Data Matrix. It corrects
// nothing.

/** A field of 256 elements and the generator's first root, as an exponent of 2. */
interface Field {
  readonly polynomial: number;
  readonly firstRoot: number;
}

/** Of the bytes from `start` to `end`. */
type Parity = (data: Uint8Array, degree: number, start?: number, end?: number) => Uint8Array;

/** ISO/IEC 18004, 7.5.2: x^8 + x^4 + x^3 + x^2 + 1, roots from 2^0. */
export const qrParity = parityIn({ polynomial: 0x11d, firstRoot: 0 });

/** ISO/IEC 16022, 5.7: x^8 + x^5 + x^3 + x^2 + 1, roots from 2^1. */
export const dataMatrixParity = parityIn({ polynomial: 0x12d, firstRoot: 1 });

/**
 * Parity of `degree` bytes for a block of data. The work per data byte is one row of a table, so
 * a block costs (length × degree) table look-ups and no multiplication.
 */
function parityIn(field: Field): Parity {
  const tables = fieldTables(field.polynomial);
  /** By degree; the standards use some thirty of them, so this holds 200 KB at the most. */
  const productTables = new Map<number, Uint8Array>();
  return (data, degree, start = 0, end = data.length) => {
    let products = productTables.get(degree);
    if (products === undefined) {
      products = productsOf(degree, field.firstRoot, tables);
      productTables.set(degree, products);
    }
    return divide({ data, start, end }, degree, products);
  };
}

interface Part {
  readonly data: Uint8Array;
  readonly start: number;
  readonly end: number;
}

function divide({ data, start, end }: Part, degree: number, products: Uint8Array): Uint8Array {
  const parity = new Uint8Array(degree);
  for (let at = start; at < end; at += 1) {
    const row = ((data[at] ?? 0) ^ (parity[0] ?? 0)) * degree;
    for (let index = 0; index < degree - 1; index += 1) {
      parity[index] = (parity[index + 1] ?? 0) ^ (products[row + index] ?? 0);
    }
    parity[degree - 1] = products[row + degree - 1] ?? 0;
  }
  return parity;
}

interface Tables {
  readonly powers: Uint8Array;
  readonly logarithms: Uint8Array;
}

function fieldTables(polynomial: number): Tables {
  const tables = { powers: new Uint8Array(255), logarithms: new Uint8Array(256) };
  let value = 1;
  for (let exponent = 0; exponent < 255; exponent += 1) {
    tables.powers[exponent] = value;
    tables.logarithms[value] = exponent;
    value = value < 128 ? value << 1 : (value << 1) ^ polynomial;
  }
  return tables;
}

function multiply(a: number, b: number, { powers, logarithms }: Tables): number {
  if (a === 0 || b === 0) return 0;
  return powers[((logarithms[a] ?? 0) + (logarithms[b] ?? 0)) % 255] ?? 0;
}

/** Row n: n times each coefficient of the generator but the leading one. */
function productsOf(degree: number, firstRoot: number, tables: Tables): Uint8Array {
  const generator = generatorOf(degree, firstRoot, tables);
  const products = new Uint8Array(256 * degree);
  for (let factor = 1; factor < 256; factor += 1) {
    for (let index = 0; index < degree; index += 1) {
      products[factor * degree + index] = multiply(factor, generator[index] ?? 0, tables);
    }
  }
  return products;
}

/** (x − 2^first)(x − 2^(first + 1))…, highest power first, without the leading 1. */
function generatorOf(degree: number, firstRoot: number, tables: Tables): Uint8Array {
  const generator = new Uint8Array(degree);
  generator[degree - 1] = 1;
  for (let step = 0; step < degree; step += 1) {
    const root = tables.powers[(firstRoot + step) % 255] ?? 0;
    for (let index = 0; index < degree; index += 1) {
      const product = multiply(generator[index] ?? 0, root, tables);
      generator[index] = product ^ (generator[index + 1] ?? 0);
    }
  }
  return generator;
}
