// Operators of content streams (ISO 32000-1, annex A), ready to be written.

import { word } from './spell.ts';

export const saveWord = word('q\n');
export const restoreWord = word('Q\n');
export const transformWord = word('cm\n');
export const rectWord = word('re\n');
export const moveWord = word('m\n');
export const lineWord = word('l\n');
export const curveWord = word('c\n');
export const closeWord = word('h\n');
export const lineStartWord = word('Td\n');
export const openWord = word('[(');
export const textWord = word('BT\n');
export const textEndWord = word('ET\n');
export const fillWord = word('f\n');
export const widthWord = word('w\n');
export const fillGrayWord = word(' g\n');
export const strokeGrayWord = word(' G\n');
export const fontWord = word('Tf\n');
export const showWord = word('TJ\n');
export const stringEndWord = word(')]');
