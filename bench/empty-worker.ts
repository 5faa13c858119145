// A rendering thread that renders nothing: what is left is the way there and back. It gives as many
// bytes as a bill has.

import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Greeting, RenderOutcome } from '../src/worker/protocol.ts';

const billBytes = 40_000;

export function greet(): Greeting {
  return { layouts: [] };
}

export function render(): unknown {
  const bytes = new Uint8Array(billBytes);
  const outcome: RenderOutcome = {
    ok: true,
    value: { bytes, mediaType: 'application/pdf', account: '', period: '', layout: '' },
    warnings: [],
  };
  return move({ [transferableSymbol]: bytes.buffer, [valueSymbol]: outcome });
}
