import type { Clock, Ledger } from 'sequenzy-commerce';
import type { PushClient } from 'sequenzy-commerce/backfill';
import type { ReadingOptions } from '../platforms/platform.ts';
import { platforms } from '../platforms/registry.ts';
import type { Inbox, Queue } from '../queue/queue.ts';
import type { FetchOrder } from '../sending/send-event.ts';
import { schemes, type PlatformName } from '../signatures/schemes.ts';
import type { News } from './news.ts';

/** How the webhooks of one platform are verified and read. */
export interface PlatformSettings extends ReadingOptions {
  /** What the platform signs with, or the text that it sends along. Several while one replaces another. */
  readonly secret: string | readonly string[];
  /** For platforms whose webhooks say only which order (BigCommerce, Ecwid, Squarespace, Stripe): asks the shop for it. */
  readonly fetchOrder?: FetchOrder;
}

interface Common {
  /** `new SequenzyCommerce()`; its requests have the priority of live orders. */
  readonly client: PushClient;
  /** Where webhooks are kept before they are answered. A queue that hands them out again begins at once. */
  readonly queue: Inbox | Queue;
  /**
   * What was sent before, so that nothing is sent twice and nothing older than what was sent: `openFileLedger` with
   * `name: 'relay'` and `beside: ['orders']`. Given as a function it is opened when first needed. Without it every event
   * is sent.
   */
  readonly ledger?: Ledger | (() => Promise<Ledger>);
  /** Bytes of a body that are read. Default: 1,048,576. */
  readonly maxBodyBytes?: number;
  /** Told what happens: for logs. Nothing in it is about a person. */
  readonly onNews?: (news: News) => void;
  readonly clock?: Clock;
}

/** {@link createRelay} */
export type RelayOptions = Common &
  (
    | ({ readonly platform: PlatformName } & PlatformSettings)
    /** Each at a path that names it: `/shopify`. */
    | { readonly platforms: Readonly<Partial<Record<PlatformName, PlatformSettings>>> }
  );

export type Settings = ReadonlyMap<PlatformName, PlatformSettings>;

/** @throws {TypeError} naming the option that is lacking or makes no sense. */
export function settingsOf(options: RelayOptions): Settings {
  const given: Readonly<Partial<Record<PlatformName, PlatformSettings>>> =
    'platforms' in options ? options.platforms : { [options.platform]: options };
  const settings = new Map<PlatformName, PlatformSettings>();
  for (const [name, one] of Object.entries(given)) {
    const platform = nameOf(name);
    requireSettings(platform, one);
    settings.set(platform, one);
  }
  if (settings.size === 0) throw new TypeError('the relay needs at least one platform');
  return settings;
}

function nameOf(name: string): PlatformName {
  const names = Object.keys(schemes);
  if (isPlatform(name)) return name;
  throw new TypeError(`"${name}" is not a platform with webhooks: ${names.join(', ')}`);
}

/** Whether it is the name of a platform whose webhooks can be relayed. */
export function isPlatform(name: string): name is PlatformName {
  return Object.hasOwn(schemes, name);
}

function requireSettings(name: PlatformName, settings: PlatformSettings): void {
  const { label, needs } = platforms[name];
  const secrets = secretsOf(settings);
  if (secrets.length === 0) throw new TypeError(`the relay needs a secret for ${label}`);
  for (const secret of secrets) {
    const fault = schemes[name].faultOf(secret);
    if (fault !== undefined) throw new TypeError(`the secret for ${label} ${fault}`);
  }
  const { mapOrder, fetchOrder } = settings;
  const isServed = needs === 'fetchOrder' ? (fetchOrder ?? mapOrder) : mapOrder;
  if (needs !== undefined && isServed === undefined) {
    const why =
      needs === 'fetchOrder'
        ? 'its webhooks say only which order'
        : 'its events are not known here';
    throw new TypeError(`${label} needs ${needs}: ${why}`);
  }
  // An option that makes no sense is told now.
  if (needs === undefined && mapOrder === undefined) {
    platforms[name].read({ value: {}, topic: undefined }, settings);
  }
}

export function secretsOf({ secret }: PlatformSettings): readonly string[] {
  return typeof secret === 'string' ? [secret] : secret;
}
