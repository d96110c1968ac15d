import { resolve } from 'node:path';
import { UserError } from '../report/user-error.ts';
import { at } from './at.ts';
import type { Company } from './config-schema.ts';
import { feedSchemas, type Feed, type FeedCommand } from './feed-schema.ts';
import type { ReadConfig } from './read-config.ts';
import { refused } from './read-config.ts';

/** Where a value comes from. */
export type Origin =
  | { readonly kind: 'file'; readonly line: number }
  | { readonly kind: 'option' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'default' };

/** One value that holds. */
export interface Setting {
  readonly name: string;
  readonly value: unknown;
  readonly origin: Origin;
}

/** One feed of a company, as it is run. */
export interface Entry {
  /** `acme/products` */
  readonly name: string;
  readonly companyName: string;
  readonly company: Company;
  readonly feed: Feed;
  /** Every value that was said, as it was written, in the order of the file. */
  readonly settings: readonly Setting[];
}

/** Options given beside the file: they win over it. By the name of the option. */
export type Given = Readonly<Record<string, unknown>>;

/** What a company says for all its feeds. */
const shared = ['currency', 'timezone', 'storeUrl', 'report'] as const;

/**
 * The feeds of a config in its order, or those of the names: a company, or `company/feed`.
 *
 * @throws {UserError} A name is unknown, or two feeds would delete each other's products.
 */
export function entriesOf(
  read: ReadConfig,
  names: readonly string[] = [],
  given: Given = {},
): readonly Entry[] {
  const all = Object.entries(read.config.companies).flatMap(([companyName, company]) =>
    Object.entries(company.feeds).map(([feedName, feed]) =>
      entryOf(read, { companyName, company, feedName, feed }, given),
    ),
  );
  refuseSharedPrune(all, read);
  for (const name of names) {
    if (all.some((entry) => isMeant(entry, name))) continue;
    const known = all.map((entry) => entry.name).join(', ');
    throw new UserError('usage', `${read.file} has no company or feed ${name}`, `It has ${known}.`);
  }
  const chosen = all.filter(
    (entry) => names.length === 0 || names.some((name) => isMeant(entry, name)),
  );
  if (chosen.length > 0) return chosen;
  throw new UserError('bad-config', `${read.file} has no feeds`, 'Add one below companies.');
}

function isMeant({ name, companyName }: Entry, wanted: string): boolean {
  return wanted === name || wanted === companyName;
}

interface Found {
  readonly companyName: string;
  readonly company: Company;
  readonly feedName: string;
  readonly feed: Feed;
}

function entryOf(read: ReadConfig, found: Found, given: Given): Entry {
  const { companyName, company, feedName, feed } = found;
  const companyPath = ['companies', companyName];
  const path = [...companyPath, 'feeds', feedName];
  const takes = keysOf(feed.command);
  const settings: Setting[] = [];
  const parsed: Record<string, unknown> = {};
  const put = (name: string, value: unknown, setting: Omit<Setting, 'name'>): void => {
    parsed[name] = value;
    settings.push({ name, ...setting });
  };
  for (const [name, value] of Object.entries(feed)) {
    if (value === undefined || (name in given && takes.has(name))) continue;
    put(name, value, {
      value: at(read.written, [...path, name]),
      origin: writtenAt(read, ...path, name),
    });
  }
  for (const name of shared) {
    const value = company[name];
    if (value === undefined || !takes.has(name) || name in parsed || name in given) continue;
    put(name, value, { value, origin: writtenAt(read, ...companyPath, name) });
  }
  const { report } = read.config;
  if (report !== undefined && !('report' in parsed) && !('report' in given)) {
    put('report', report, { value: report, origin: writtenAt(read, 'report') });
  }
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || !takes.has(name)) continue;
    put(name, value, { value, origin: { kind: 'option' } });
  }
  return {
    name: `${companyName}/${feedName}`,
    ...{ companyName, company },
    settings: settings.sort((one, other) => lineOf(one) - lineOf(other)),
    feed: parsed as Feed, // as its schema has it, with options in place of some values
  };
}

/** A value that stands in the config. */
export function writtenAt({ places }: Pick<ReadConfig, 'places'>, ...path: string[]): Origin {
  return { kind: 'file', line: places.of(path).line };
}

function lineOf({ origin }: Setting): number {
  return origin.kind === 'file' ? origin.line : Infinity;
}

function keysOf(command: FeedCommand): ReadonlySet<string> {
  return new Set(Object.keys(feedSchemas[command].shape));
}

/** Feeds of one name are one feed: what one does not list, the other would lose. */
function refuseSharedPrune(entries: readonly Entry[], { file, places }: ReadConfig): void {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const { feed, companyName } = entry;
    if (feed.command !== 'catalog sync') continue;
    const key = JSON.stringify([companyName, feed.feed ?? (feed.files ? '' : feed.from)]);
    const other = seen.get(key);
    seen.set(key, entry);
    if (other === undefined) continue;
    const isPruned = [entry, other].some(
      (one) => one.feed.command === 'catalog sync' && one.feed.prune === true,
    );
    if (!isPruned) continue;
    const [, feedName = ''] = entry.name.split('/');
    throw refused(
      file,
      places.of(['companies', companyName, 'feeds', feedName]),
      `${other.name} and ${entry.name} are one feed, and prune would delete what the other sends`,
      'Give one of them a "feed" of its own.',
    );
  }
}

/** Where what was sent is remembered, and who says so. */
export function stateSetting(
  read: ReadConfig,
  given: string | undefined,
  variable: string | undefined,
): { readonly path: string | undefined; readonly origin: Origin } {
  const { config, folder } = read;
  if (given !== undefined) return { path: given, origin: { kind: 'option' } };
  if (config.stateDir !== undefined) {
    return { path: resolve(folder, config.stateDir), origin: writtenAt(read, 'stateDir') };
  }
  const isSet = variable !== undefined && variable !== '';
  const origin: Origin = isSet
    ? { kind: 'variable', name: 'SEQUENZY_STATE_DIR' }
    : { kind: 'default' };
  return { path: undefined, origin };
}
