// Millimetre to point and back, once. Nothing else converts lengths.

/** 1 inch = 25.4 mm = 72 pt. */
export const ptPerMm = 72 / 25.4;

export function mmToPt(mm: number): number {
  return mm * ptPerMm;
}

export function ptToMm(pt: number): number {
  return pt / ptPerMm;
}
