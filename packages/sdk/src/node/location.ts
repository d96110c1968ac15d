import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Owner } from './format/header.ts';

/** Where a ledger lives. */
export interface Location {
  /** One for each company and origin. */
  readonly folder: string;
  readonly file: string;
  /** Keeps other runs out. */
  readonly lease: string;
  /** Did so in releases that wrote format 1. */
  readonly oldLock: string;
}

/**
 * `<state folder>/<company>@<host>-<hash>/products.ndjson`. The readable part is for people; the hash over company and
 * origin tells apart what looks alike, on file systems without case too, and keeps any company id within a safe name.
 *
 * @throws TypeError where the name is not lower-case letters, digits and hyphens, or the origin is not http(s) URL.
 */
export function locate(folder: string, { company, origin, name }: Owner): Location {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) {
    throw new TypeError(`ledger name ${JSON.stringify(name)}: expected a word such as products`);
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([company, origin]))
    .digest('hex');
  const readable = `${readablePart(company)}@${readablePart(new URL(origin).host)}`;
  const own = join(folder, `${readable}-${hash.slice(0, 16)}`);
  const beside = (ending: string): string => join(own, `${name}.${ending}`);
  return {
    folder: own,
    file: beside('ndjson'),
    lease: beside('lease'),
    oldLock: beside('lock'),
  };
}

/** `https://api.sequenzy.com/` and `https://api.sequenzy.com` are one origin. */
export function normalOrigin(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(`ledger origin ${JSON.stringify(origin)}: expected https://host`);
  }
  return url.origin;
}

function readablePart(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 40);
}
