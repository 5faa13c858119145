// Builds a minimal gray ICC profile: what our DeviceGray means. It reads no files.

/** Says which tone the profile stands for; shown by viewers that list output intents. */
export const grayProfileName = 'Gray gamma 2.2';

/**
 * An ICC 2.4 monochrome display profile (ICC.1:2001-04, 6.3.3) with the four tags it must have.
 * PDF/A wants an output intent for device colours (ISO 19005-2, 6.2.4.3), and a gray one covers a
 * black-only document in some 350 bytes where the customary sRGB profile takes 3 KB.
 */
export function grayProfile(): Uint8Array {
  const tags = [
    { signature: 'desc', content: description(grayProfileName) },
    { signature: 'cprt', content: text('No copyright, use freely') },
    { signature: 'wtpt', content: whitePoint() },
    { signature: 'kTRC', content: gammaCurve(2.2) },
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  let offset = headerLength + table.length;
  tags.forEach(({ signature, content }, index) => {
    table.write(signature, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(offset, 8 + 12 * index);
    table.writeUInt32BE(content.length, 12 + 12 * index);
    offset += content.length;
  });
  return Buffer.concat([header(offset), table, ...tags.map(({ content }) => content)]);
}

const headerLength = 128;

/** The D50 illuminant as three 16.16 fixed-point numbers (ICC.1:2001-04, 6.1.10). */
const d50 = [0xf6d6, 0x10000, 0xd32d] as const;

function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write('mntrGRAYXYZ ', 12, 'latin1');
  // A date is obligatory and means nothing here: the first of January 2026.
  [2026, 1, 1, 0, 0, 0].forEach((part, index) => {
    bytes.writeUInt16BE(part, 24 + 2 * index);
  });
  bytes.write('acsp', 36, 'latin1');
  d50.forEach((value, index) => {
    bytes.writeUInt32BE(value, 68 + 4 * index);
  });
  return bytes;
}

/** A tag's type signature, four zero bytes, then its data, padded to a multiple of four. */
function element(type: string, data: Uint8Array): Buffer {
  const length = 8 + data.length;
  const bytes = Buffer.alloc(Math.ceil(length / 4) * 4);
  bytes.write(type, 0, 'latin1');
  bytes.set(data, 8);
  return bytes;
}

function text(content: string): Buffer {
  return element('text', Buffer.from(`${content}\0`, 'latin1'));
}

/** ICC.1:2001-04, 6.5.17: an ASCII text, then empty Unicode and Macintosh ones. */
function description(content: string): Buffer {
  const ascii = Buffer.from(`${content}\0`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(ascii.length, 0);
  const emptyTexts = Buffer.alloc(8 + 3 + 67);
  return element('desc', Buffer.concat([length, ascii, emptyTexts]));
}

function whitePoint(): Buffer {
  const data = Buffer.alloc(12);
  d50.forEach((value, index) => {
    data.writeUInt32BE(value, 4 * index);
  });
  return element('XYZ ', data);
}

/** One entry is a gamma as an 8.8 fixed-point number (ICC.1:2001-04, 6.5.3). */
function gammaCurve(gamma: number): Buffer {
  const data = Buffer.alloc(6);
  data.writeUInt32BE(1, 0);
  data.writeUInt16BE(Math.round(gamma * 256), 4);
  return element('curv', data);
}
