// Made by scripts/build-deflate-code.ts: how many bits the symbols of content streams have, a
// hexadecimal digit each. What they are for stands in deflate-code.ts.

/** Bytes. */
const bytes =
  'cccccccccc6ccccccccccccccccccccc4ccccccc66cc76584445555555bccccc' +
  'cc9ca99bcb8cccccc9ca7cccccc9c8ccc9a88798cbbcb8baba8bbccacccccccc' +
  'ccabbcccbcccacbbaac9acccccccccccccc6998869989c8787787778bcb99bc7' +
  'acb9cacccab9c9cacbbaccc88ccbcbcbacbccccccccccccccccccccccccccccc';

/** The end of the block, then lengths of matches. */
const others = 'ccc566576688879ababccccccccccc';

export const literals = bytes + others;

export const distances = 'aaaaa845443445444545565556689a';

/** Of the code in which the two above are told. */
export const lengths = '0005454434432000300';
