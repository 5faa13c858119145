// What Kazakh and Russian typography keeps on one line although UAX #14 would let it break.
// Rules look at the words beside a break; they know no widths and change no text.

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The characters a line may end in: spaces, hyphens and dashes, a slash, the marks of addresses
 * and alternatives. UAX #14 has more, such as before ₸ and after +, none of use on a bill.
 */
export const endsLine = /[\s\-/?|\u00ad\u200b\u2010\u2012-\u2014]/;

/** Grouped numbers, phones and IBANs written with plain spaces: no break inside any of them. */
export function unbreakableStretches(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const match of text.matchAll(stretchPattern)) {
    stretches.push({ start: match.index, end: match.index + match[0].length });
  }
  return stretches;
}

/**
 * Whether a break at `position` (the index after it) would tear apart what is read as one:
 *
 *     25-|іне   ЖШС-|і   тг/|м³   кВт/|ч      a suffix or a unit after a hyphen or a slash
 *     10| м³   5 601,20| ₸   1| желтоқсаннан  a number and what it counts
 *     №| 17   г.| Алматы   Алматы| қ.         a sign or an abbreviation and its word
 *     А.| Б.| Үлгі   сөз| — сөз               initials; a dash never starts a line
 */
export function isGlued(text: string, position: number): boolean {
  const last = text.charAt(position - 1);
  if (!endsLine.test(last)) return true;
  if (last === '-' || last === '\u2010') return isSuffixHyphen(text, position);
  if (last === '/') return isShortSlash(text, position);
  if (last !== ' ') return false;
  const wordEnd = skipSpacesBack(text, position);
  const word = wordBefore(text, wordEnd);
  const next = wordAfter(text, position);
  if (isGluedPair(word, next)) return true;
  const earlier = wordBefore(text, skipSpacesBack(text, wordEnd - word.length));
  return isAfterAbbreviation(earlier, word, next);
}

/** `1 234 567`, `+7 727 000 01 01`, `8 (7232) 70-08-78`, `KZ09 9999 9999 9999 9999`. */
const stretchPattern = new RegExp(
  [
    String.raw`(?:\+ ?7|(?<!\d)8) ?(?:\(\d{3,4}\)|\d{3,4})(?:[ -]\d{2,4}){2,4}(?!\d)`,
    String.raw`KZ\d\d(?: [0-9A-Z]{4}){4}`,
    String.raw`(?<!\d)\d{1,3}(?: \d{3})+(?!\d)`,
  ].join('|'),
  'g',
);

/**
 * After a number a hyphen always leads a suffix or a unit (25-іне, 10-үй). After letters the
 * length decides: case endings and contracted words have up to four letters (ЖШС-нің, к-ясы),
 * the second half of a real compound has more (күтіп-ұстау, шот-фактура). A short compound such
 * as үй-жай is kept whole by the same rule, which costs nothing.
 */
function isSuffixHyphen(text: string, position: number): boolean {
  if (/[\d)»"]/.test(text[position - 2] ?? ' ')) return true;
  return /^\p{L}{1,4}(?!\p{L})/u.test(text.slice(position, position + 6));
}

/**
 * тг/м³, л/с and ш/а stay whole, аталуы/Наименование may break. Addresses of sites break after
 * any slash but the two of `https://`: they are too long for a column otherwise.
 */
function isShortSlash(text: string, position: number): boolean {
  if (text[position - 2] === '/') return true;
  const word = wordBefore(text, position);
  if (/^[\x21-\x7e]*\.[\x21-\x7e]*$/.test(word)) return false;
  const head = /(?<!\p{L})\p{L}{1,2}\/$/u.test(word);
  return head || /^[\p{L}\d²³]{1,4}(?![\p{L}\d])/u.test(text.slice(position, position + 6));
}

function isGluedPair(word: string, next: string): boolean {
  if (dashes.has(next)) return true;
  const last = word.charCodeAt(word.length - 1);
  const bare = withoutClosing(next);
  if (isDigit(last) || afterFigures.has(last)) return isCounted(bare);
  return last === numero || follower.has(bare) || isInitial(word, bare);
}

/** The word less the punctuation after it, full stops kept: they belong to abbreviations. */
function withoutClosing(word: string): string {
  let end = word.length;
  while (end > 0 && closing.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}

const closing = ',;:!?)»"';

/** A figure may end in ², ³ or a closing bracket. */
const afterFigures: ReadonlySet<number> = new Set([0xb2, 0xb3, 0x29]);

function isCounted(bare: string): boolean {
  return counted.test(bare) || month.test(bare) || follower.has(bare);
}

const dashes: ReadonlySet<string> = new Set(['–', '—', '·', '-']);

const numero = '№'.charCodeAt(0);

/** Months by stem, since both languages inflect them; Russian май and марта among them. */
const month = new RegExp(
  `^(?:${[
    'қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан',
    'январ|феврал|март|апрел|ма[яй]|ию[нл]|август|сентябр|октябр|ноябр|декабр',
  ].join('|')})`,
);

/** Units, currency, the year (2026 ж.) and counting words, by stem where they are inflected. */
const counted = new RegExp(
  `^(?:${[
    '(?:кВт[·*]?(?:сағ|ч)?|kWh|Гкал|Gcal|[дсмк]?м[²³23]?|[mk]?m[²³]?|%|‰|°C)\\.?',
    '(?:[кмлтчс]|кг|га|тг|жж?|гг?|чел|шт|кв|мин|сағ|сек|мес|дн|ай(?:ға|дан|дың|да)?)\\.?',
    '(?:млн|млрд|трлн|тыс|стр)\\.?',
    '(?:теңге|тенге|тиын|адам|человек|пәтер|квартир|дана|пайыз|процент)\\p{L}*',
    '(?:мың|тысяч|миллион|миллиард)\\p{L}*',
    '(?:жыл|год|лет|күн|дн|сағат|час|числ|месяц|деңгей|уров|қабат|этаж|куб)\\p{L}*\\.?',
  ].join('|')})(?:\\/\\S+)?$`,
  'u',
);

/**
 * Currency in any place, and the Kazakh abbreviations of places, which follow the name:
 * Алматы қ., Үлгі д-лы, Самал ш/а.
 */
const follower: ReadonlySet<string> = new Set(
  '₸ тг тг. теңге тенге тиын KZT қ. к-сі д-лы ш/а м/а а. ауд. обл. р-н'.split(' '),
);

/** А. Б. Үлгі and Үлгі А. Б.: initials stay with each other and with the surname. */
function isInitial(word: string, bare: string): boolean {
  if (!bare.endsWith('.') && !word.endsWith('.')) return false;
  if (/^[«("]?(?:\p{Lu}\.){1,3}$/u.test(word)) return /^\p{Lu}/u.test(bare);
  return /^\p{Lu}[\p{L}-]*\p{Ll}$/u.test(word) && /^(?:\p{Lu}\.){1,2}$/u.test(bare);
}

/**
 * г. Алматы, ул. Абая, кв. 25, п. 16 lead their word. After a number `г.` is the year and leads
 * nothing, while `ж.` leads the month or day: 2026 ж. қазан, 2026 ж. 7 сәуір.
 */
function isAfterAbbreviation(earlier: string, word: string, next: string): boolean {
  const isYear = isDigit(earlier.charCodeAt(earlier.length - 1));
  if (word === 'ж.' || word === 'жылғы') return isYear && (/^\d/.test(next) || month.test(next));
  if (!word.endsWith('.') && word !== 'пр-т') return false;
  if (word === 'г.') return !isYear && /^[«"]?\p{Lu}/u.test(next);
  if (/^\p{Ll}\.$/u.test(word) && /^\p{Ll}\./u.test(next)) return true;
  return beforeName.has(word.replace(/^[("«]+/, '')) && /^[«"(]?[\p{L}\d+]/u.test(next);
}

const beforeName: ReadonlySet<string> = new Set(
  `ул. пр. пр-т просп. мкр. пер. пл. бул. д. кв. корп. стр. оф. р. гл. ст. п. пп. т. тел. им.
   см. рис. табл. прил. көш. қор.`.split(/\s+/),
);

/** No rule needs more of a word; the bound keeps the work linear on hostile text. */
const seenUnits = 40;

function wordBefore(text: string, end: number): string {
  const least = Math.max(0, end - seenUnits);
  let start = end;
  while (start > least && !isSpace(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

function wordAfter(text: string, start: number): string {
  const most = Math.min(text.length, start + seenUnits);
  let end = start;
  while (end < most && !isSpace(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

function skipSpacesBack(text: string, from: number): number {
  let end = from;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0;
}
