// Made by scripts/build-deflate-code.ts: how many bits the symbols of content streams have, a
// hexadecimal digit each. What they are for stands in deflate-code.ts.

/** Bytes. */
const bytes =
  'cccccccccc7ccccccccccccccccccccc4ccccccc76cc765a5445555555bccccc' +
  'ccacbabcccaccccccacb8ccccccac9ccc9baa899cbccbacaba9bbccbcccccccc' +
  'ccaabcccbcccacbbaac9acccccccccccccc6999869989c8787797878bcb9abc7' +
  'acb9cacccab9c9cacbbaccc88ccbccccbcbccccccbcccccccccccccccccccccc';

/** The end of the block, then lengths of matches. */
const others = 'ccc4555665788799a9bccbcccccccc';

export const literals = bytes + others;

export const distances = 'aaaaa855444545444444455555689a';

/** Of the code in which the two above are told. */
export const lengths = '0000545443332000300';
