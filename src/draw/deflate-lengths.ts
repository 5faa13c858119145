// Made by scripts/build-deflate-code.ts: how many bits the symbols of content streams have, a
// hexadecimal digit each. What they are for stands in deflate-code.ts.

/** Bytes. */
const bytes =
  'cccccccccc6ccccccccccccccccccccc4ccccccc66cb76585445555555bccccc' +
  'cc9ca99bcb8cccccc9ca7cccccc8c8ccc9a88888cbbca8b9ba9babcacccccccc' +
  'ccaabcccbcbcacbbaac9acccccccccccccc6998869889c8787787778bcb99bc7' +
  'acb9cacccab9c9cacbbaccc88ccbcbcbacbccccbcbcccccccccccccccccccccc';

/** The end of the block, then lengths of matches. */
const others = 'ccc556666578879ababccbcccccccc';

export const literals = bytes + others;

export const distances = 'aaaaa855443445444544565556689a';

/** Of the code in which the two above are told. */
export const lengths = '0005445444332000300';
