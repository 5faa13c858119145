// The symbologies a layout may ask for, and what their standards ask of the printed symbol.

export type Symbology = 'qr' | 'code128' | 'datamatrix' | 'interleaved2of5';

/** What typeset needs to place a symbol so that scanners read it. */
export interface PrintRule {
  /** As messages call it. */
  readonly title: string;
  /** One bar high, printed as high as the layout likes. */
  readonly isLinear: boolean;
  /** Light modules on each side (for linear codes left and right) that nothing may enter. */
  readonly quietZone: number;
  /** Below this width of a module, office printers and telephones begin to fail. */
  readonly leastModuleMm: number;
}

/**
 * Quiet zones are those of ISO/IEC 18004, 16022, 15417 and 16390. The least modules are ours: four
 * and three dots at 300 dpi.
 */
export const printRules: Readonly<Record<Symbology, PrintRule>> = {
  qr: { title: 'QR code', isLinear: false, quietZone: 4, leastModuleMm: 0.33 },
  datamatrix: { title: 'Data Matrix', isLinear: false, quietZone: 1, leastModuleMm: 0.33 },
  code128: { title: 'Code 128', isLinear: true, quietZone: 10, leastModuleMm: 0.25 },
  interleaved2of5: {
    title: 'Interleaved 2 of 5',
    isLinear: true,
    quietZone: 10,
    leastModuleMm: 0.25,
  },
};
