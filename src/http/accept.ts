// Chooses a media type by the Accept header (RFC 9110, 12.5.1). Pure.

/**
 * The offered type that the caller likes best, the first offered among equals; undefined when
 * none is accepted. Without a header everything is accepted.
 */
export function negotiate<T extends string>(
  accept: string | undefined,
  offered: readonly T[],
): T | undefined {
  const ranges = (accept ?? '*/*').split(',').map(parseRange);
  const weighed = offered.map((type) => ({ type, weight: weightOf(type, ranges) }));
  const best = Math.max(...weighed.map(({ weight }) => weight));
  return best > 0 ? weighed.find(({ weight }) => weight === best)?.type : undefined;
}

interface Range {
  readonly type: string;
  readonly weight: number;
}

// Parameters other than q are ignored: none of our types has variants by parameter.
function parseRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { type, weight: quality === undefined ? 1 : weightFrom(quality) };
}

// RFC 9110, 12.4.2: 0 to 1 with at most three decimals; what is not that is not wanted.
function weightFrom(quality: string): number {
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(quality) ? Number(quality) : 0;
}

// The most specific range counts: type/subtype before type/* before */*.
function weightOf(type: string, ranges: readonly Range[]): number {
  const patterns = [type, `${type.slice(0, type.indexOf('/'))}/*`, '*/*'];
  for (const pattern of patterns) {
    const matching = ranges.filter((range) => range.type === pattern);
    if (matching.length > 0) return Math.max(...matching.map(({ weight }) => weight));
  }
  return 0;
}
