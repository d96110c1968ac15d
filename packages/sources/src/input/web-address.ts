import { option, say } from 'sequenzy-contract';
import { SourceError } from '../faults/source-error.ts';
import { shownName } from './address.ts';
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/**
 * @throws {SourceError} It is not an address, its password cannot be told, or it can be read on the way: only this machine
 * may go without TLS.
 */
export function addressOf(file: string): URL {
  const url = URL.canParse(file) ? new URL(file) : undefined;
  const isPlainHere = url?.protocol === 'http:' && isThisMachine(url.hostname);
  if (url !== undefined && (url.protocol === 'https:' || isPlainHere)) return decodable(url, file);
  throw new SourceError(
    url === undefined
      ? 'this is not a web address'
      : 'only addresses that begin with https: are read',
    {
      code: 'bad-option',
      file: shownName(file),
      nextStep: 'Use https, or download the file and name it by its path.',
    },
  );
}

/** A password with a bare `%` could be meant in two ways. */
function decodable(url: URL, file: string): URL {
  try {
    decodeURIComponent(url.username + url.password);
    return url;
  } catch {
    throw new SourceError(
      'the user or the password in this address holds a % without the two digits of a code',
      {
        code: 'bad-option',
        file: shownName(file),
        nextStep: 'Write %25 for a % of their own.',
      },
    );
  }
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** Every address of a host name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export const resolveByDns: Resolve = (hostname) => lookup(hostname, { all: true });

/** Networks that are nobody's on the internet. Source: the special-purpose registries of IANA. */
const special4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Also what carries an IPv4 address inside: compatible ones, NAT64, Teredo and 6to4. Mapped ones are checked as IPv4. */
const special6 = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const;

/** Made at the first address: that takes milliseconds. */
let special: BlockList | undefined;

function specialNetworks(): BlockList {
  const list = new BlockList();
  for (const [network, length] of special4) list.addSubnet(network, length, 'ipv4');
  for (const [network, length] of special6) list.addSubnet(network, length, 'ipv6');
  return list;
}

/** Whether an address is private, of this machine, link-local, or otherwise not on the internet. */
export function isPrivateAddress(address: string, family: number): boolean {
  special ??= specialNetworks();
  return special.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * The addresses of a host, to be connected to as they are: a name could stand for another one a moment later.
 *
 * @throws {SourceError} One of them is private.
 */
export async function publicAddressesOf(
  url: URL,
  resolve: Resolve,
  allowPrivate: boolean,
): Promise<readonly LookupAddress[]> {
  const addresses = await resolve(hostOf(url));
  const inside = addresses.find(({ address, family }) => isPrivateAddress(address, family));
  if (inside === undefined || allowPrivate) return addresses;
  throw isInside(url, inside.address);
}

/** Names that never belong to a host on the internet. Source: RFC 6761, 6762, 8375, ICANN's reservation of `internal`. */
const localName = /(^|\.)(localhost|local|internal|home\.arpa)$/;

/**
 * Refuses an address that is private by its looks, for a proxy that looks up the name itself.
 *
 * @throws {SourceError} It is a private address, a local name, or a name without a dot.
 */
export function refusePrivateName(url: URL): void {
  const host = hostOf(url).replace(/\.$/, '');
  const family = isIP(host);
  const isPrivate =
    family === 0 ? localName.test(host) || !host.includes('.') : isPrivateAddress(host, family);
  if (isPrivate) throw isInside(url, host);
}

/** Without the brackets of an IPv6 address. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function isInside(url: URL, host: string): SourceError {
  return new SourceError(`this address is inside a private network (${host})`, {
    code: 'bad-option',
    file: shownName(url.href),
    nextStep: say`Pass ${option('allowPrivateAddresses')} if that is meant.`,
  });
}
