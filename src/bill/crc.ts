// CRC-16/CCITT-FALSE, the checksum of EMVCo codes.

const utf8 = new TextEncoder();

/** Polynomial 0x1021, initial 0xFFFF, not reflected; 4 capital hex digits over the UTF-8 bytes. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of utf8.encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
