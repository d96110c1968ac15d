import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reasonOf } from 'sequenzy-contract';
import type { Secrets } from 'sequenzy-contract';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import {
  isPlatform,
  schemes,
  type FetchOrder,
  type PlatformName,
  type PlatformSettings,
  type ReadingOptions,
} from 'sequenzy-relay';
import { secretsFor } from './secret-files.ts';

/** What the command line says of the platforms. */
export interface PlatformFlags {
  readonly platform: readonly string[];
  readonly secretFile: readonly string[];
  readonly mapping: NonNullable<ReadingOptions['mapping']>;
  /** `theirs=ours` */
  readonly field: readonly string[];
  /** A module with a function as its default export. */
  readonly fetchOrder: string | undefined;
}

interface Surroundings {
  readonly secrets: Secrets;
  readonly warn: (sentence: string) => void;
}

/** @throws {UserError} where a platform is not known, or one of its files cannot be used. */
export async function platformSettings(
  flags: PlatformFlags,
  surroundings: Surroundings,
): Promise<Readonly<Partial<Record<PlatformName, PlatformSettings>>>> {
  const platforms = flags.platform.map(nameOf);
  const secrets = await secretsFor(platforms, flags.secretFile, surroundings);
  const names = namesOf(flags.field);
  const fetchOrder = flags.fetchOrder === undefined ? undefined : await loadFetch(flags.fetchOrder);
  const settings: Partial<Record<PlatformName, PlatformSettings>> = {};
  for (const platform of platforms) {
    settings[platform] = {
      secret: secrets.get(platform) ?? [],
      mapping: flags.mapping,
      ...(names && { names }),
      ...(fetchOrder && { fetchOrder }),
    };
  }
  return settings;
}

function nameOf(text: string): PlatformName {
  if (isPlatform(text)) return text;
  const known = Object.keys(schemes).join(', ');
  throw new UserError(
    'usage',
    `"${text}" is not a platform with webhooks`,
    `Use one of: ${known}.`,
  );
}

function namesOf(fields: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (fields.length === 0) return undefined;
  return Object.fromEntries(
    fields.map((text) => {
      const [, theirs, ours] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
      if (theirs !== undefined && ours !== undefined) return [theirs, ours];
      const advice =
        'Write the name in the postback and the name it stands for: --field oid=orderId.';
      throw new UserError('usage', `--field ${text} does not say what it stands for`, advice);
    }),
  );
}

/** A program of the merchant's. */
async function loadFetch(file: string): Promise<FetchOrder> {
  const path = resolve(file);
  const loading = import(pathToFileURL(path).href) as Promise<object>; // whatever it exports
  const module = await loading.catch((error: unknown) => {
    throw new UserError('usage', `--fetch-order ${file} cannot be loaded (${reasonOf(error)})`);
  });
  const found: unknown = Reflect.get(module, 'default');
  if (typeof found === 'function') return found as FetchOrder; // what it returns is checked as it comes
  const advice = 'Write: export default async (id) => order.';
  throw new UserError(
    'usage',
    `--fetch-order ${file} has no function as its default export`,
    advice,
  );
}
