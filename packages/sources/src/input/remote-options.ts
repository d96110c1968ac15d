import { SourceError } from '../faults/source-error.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PagedAddress } from './paged-address.ts';
import { resolveByDns, type Resolve } from './web-address.ts';

/** What a server says of the state of a file: to be given back the next time. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** How files at web addresses are fetched. */
export interface RemoteOptions {
  /** Also fetch from this machine and from private networks. Default false. */
  readonly allowPrivateAddresses?: boolean;
  /** The largest file, unpacked, in bytes. Default 500 MiB. */
  readonly maxBytes?: number;
  /** Milliseconds until the first byte. Default 60,000. */
  readonly firstByteTimeout?: number;
  /** Milliseconds for the whole of a file. Default 600,000. */
  readonly timeout?: number;
  /**
   * What {@link RemoteOptions.onValidators} was told when the files were used last, by the file as it was named then.
   * When no file has changed since, and all are at web addresses, the input is refused with the code `not-modified`.
   */
  readonly remembered?: ReadonlyMap<string, Validators>;
  /** Told for each file that was fetched whole. Remember it once the records have been used, not before. */
  readonly onValidators?: (file: string, validators: Validators) => void;
  /** Finds the addresses of a host. Default: as the system does. */
  readonly resolve?: Resolve;
  /**
   * The `fetch` that reaches an address through a proxy; `undefined` for an address to be reached directly. Default:
   * every address is. A proxy looks up the name itself, so only the name can be checked, not what it stands for: private
   * addresses and local names are refused all the same.
   */
  readonly proxyFetch?: (url: URL) => Fetch | undefined;
  /** Tells the addresses at which a list lies in pages. Default: those of the platforms that are known to do that. */
  readonly pagedAddress?: (address: URL) => PagedAddress | undefined;
  /** Waits between two pages. Default: by the clock of the system. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

type Fetch = typeof globalThis.fetch;

export type RemoteSettings = Required<
  Omit<RemoteOptions, 'remembered' | 'onValidators' | 'pagedAddress'>
>;

/**
 * Fills in the defaults.
 *
 * @throws {SourceError} A limit is none.
 */
export function remoteSettings(options: RemoteOptions): RemoteSettings {
  const settings: RemoteSettings = {
    allowPrivateAddresses: options.allowPrivateAddresses ?? false,
    maxBytes: options.maxBytes ?? 500 * 1024 * 1024,
    firstByteTimeout: options.firstByteTimeout ?? 60_000,
    timeout: options.timeout ?? 600_000,
    resolve: options.resolve ?? resolveByDns,
    proxyFetch: options.proxyFetch ?? (() => undefined),
    wait: options.wait ?? ((milliseconds, signal) => sleep(milliseconds, undefined, { signal })),
  };
  for (const limit of ['maxBytes', 'firstByteTimeout', 'timeout'] as const) {
    if (settings[limit] > 0) continue;
    throw new SourceError(`remote.${limit} has to be above 0`, {
      code: 'bad-option',
      nextStep: 'Leave it out for the default.',
    });
  }
  return settings;
}
