// Reed–Solomon parity over GF(256) as QR codes use it (ISO/IEC 18004, 7.5.2). It corrects nothing.

/**
 * Parity of `degree` bytes for a block of data. The work per data byte is one row of a table, so
 * a block costs (length × degree) table look-ups and no multiplication.
 */
export function parityOf(data: Uint8Array, degree: number): Uint8Array {
  const products = productsOf(degree);
  const parity = new Uint8Array(degree);
  for (const byte of data) {
    const row = (byte ^ (parity[0] ?? 0)) * degree;
    for (let index = 0; index < degree - 1; index += 1) {
      parity[index] = (parity[index + 1] ?? 0) ^ (products[row + index] ?? 0);
    }
    parity[degree - 1] = products[row + degree - 1] ?? 0;
  }
  return parity;
}

/** The field's polynomial x^8 + x^4 + x^3 + x^2 + 1. */
const fieldPolynomial = 0x11d;

const { powers, logarithms } = fieldTables();

function fieldTables(): { powers: Uint8Array; logarithms: Uint8Array } {
  const tables = { powers: new Uint8Array(255), logarithms: new Uint8Array(256) };
  let value = 1;
  for (let exponent = 0; exponent < 255; exponent += 1) {
    tables.powers[exponent] = value;
    tables.logarithms[value] = exponent;
    value = value < 128 ? value << 1 : (value << 1) ^ fieldPolynomial;
  }
  return tables;
}

function multiply(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return powers[((logarithms[a] ?? 0) + (logarithms[b] ?? 0)) % 255] ?? 0;
}

/** By degree; the standard uses thirteen of them, up to 30, so this holds 60 KB at the most. */
const productTables = new Map<number, Uint8Array>();

/** Row n: n times each coefficient of the generator but the leading one. */
function productsOf(degree: number): Uint8Array {
  const known = productTables.get(degree);
  if (known !== undefined) return known;
  const generator = generatorOf(degree);
  const products = new Uint8Array(256 * degree);
  for (let factor = 1; factor < 256; factor += 1) {
    for (let index = 0; index < degree; index += 1) {
      products[factor * degree + index] = multiply(factor, generator[index] ?? 0);
    }
  }
  productTables.set(degree, products);
  return products;
}

/** (x − 2^0)(x − 2^1)…, highest power first, without the leading coefficient, which is 1. */
function generatorOf(degree: number): Uint8Array {
  const generator = new Uint8Array(degree);
  generator[degree - 1] = 1;
  for (let exponent = 0; exponent < degree; exponent += 1) {
    const root = powers[exponent] ?? 0;
    for (let index = 0; index < degree; index += 1) {
      generator[index] = multiply(generator[index] ?? 0, root) ^ (generator[index + 1] ?? 0);
    }
  }
  return generator;
}
