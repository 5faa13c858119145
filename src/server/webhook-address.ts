// Whether a webhook may go to an address: by default never into networks that are not public, be it
// by a name that leads there or by the address itself.

import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** IANA special-purpose registries for IPv4 and IPv6: private, loopback, link-local, shared… */
const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  closed.addSubnet(network, bits, 'ipv4');
  // The same written as IPv6 (RFC 4291, 2.5.5.2).
  closed.addSubnet(`::ffff:${network}`, 96 + bits, 'ipv6');
}
for (const [network, bits] of [
  ['::', 127],
  // Those that lead on to IPv4: translation (RFC 6052, 8215), Teredo, 6to4.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  closed.addSubnet(network, bits, 'ipv6');
}

export class PrivateAddress extends Error {}

export function isPublic(address: string): boolean {
  return !closed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Throws for an address that is written out; names are looked at when they are resolved. */
export function requirePublicHost(host: string): void {
  const address = host.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && !isPublic(address)) throw new PrivateAddress(address);
}

/** For the socket: the address that was looked at is the one that is connected to. */
export const lookupPublic: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, []);
    const isClosed = addresses.some(({ address }) => !isPublic(address));
    if (isClosed) return callback(new PrivateAddress(host), []);
    const [first] = addresses;
    if (options.all === true || first === undefined) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
