import { withJob } from '../job/with-job.ts';
import type { Surroundings } from '../job/surroundings.ts';
import { stateFolderPath } from '../state/state-folder.ts';
import {
  entriesOf,
  stateSetting,
  writtenAt,
  type Entry,
  type Given,
  type Origin,
  type Setting,
} from './entries.ts';
import { readConfig, type ReadConfig } from './read-config.ts';
import { isThere } from './reference.ts';

export interface ShowConfigOptions {
  /** Path of the config. Default: the one in the working folder. */
  readonly config?: string | undefined;
  /** Companies, or `company/feed`. Default: all. */
  readonly names?: readonly string[] | undefined;
  /** Options that would win over the config. */
  readonly given?: Given | undefined;
  readonly stateDir?: string | undefined;
}

/** A config as it holds. */
export interface ShownConfig {
  readonly file: string;
  readonly stateDir: Setting;
  readonly expectState: Setting;
  readonly feeds: readonly ShownFeed[];
}

export interface ShownFeed {
  readonly name: string;
  /** Where the key is; the key itself is never read. */
  readonly key: Setting & { readonly isThere: boolean };
  readonly settings: readonly Setting[];
}

const byDefault: Origin = { kind: 'default' };

/**
 * Says what holds for each feed of a config, and where each value comes from. Nothing is sent, and no secret is read.
 *
 * @example
 *   const { feeds } = await showConfig({ config: 'sequenzy.config.yaml' });
 *
 * @throws {UserError} when the config cannot be used.
 */
export function showConfig(
  options: ShowConfigOptions = {},
  surroundings: Surroundings = {},
): Promise<ShownConfig> {
  return withJob(undefined, surroundings, async ({ io: { env } }) => {
    const read = await readConfig(options.config);
    const { config, file } = read;
    const state = stateSetting(read, options.stateDir, env['SEQUENZY_STATE_DIR']);
    const entries = entriesOf(read, options.names, options.given);
    return {
      file,
      stateDir: {
        name: 'stateDir',
        value: stateFolderPath({ stateDir: state.path }, env),
        origin: state.origin,
      },
      expectState: {
        name: 'expectState',
        value: config.expectState ?? false,
        origin: config.expectState === undefined ? byDefault : writtenAt(read, 'expectState'),
      },
      feeds: await Promise.all(entries.map((entry) => shownFeed(entry, read, env))),
    };
  });
}

async function shownFeed(
  { name, companyName, company, settings }: Entry,
  read: ReadConfig,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ShownFeed> {
  const { key = 'env:SEQUENZY_API_KEY' } = company;
  const path = ['companies', companyName];
  const origin: Origin = company.key === undefined ? byDefault : writtenAt(read, ...path, 'key');
  const whole = (['company', 'baseUrl', 'rate'] as const).flatMap((own): Setting[] =>
    company[own] === undefined
      ? []
      : [{ name: own, value: company[own], origin: writtenAt(read, ...path, own) }],
  );
  return {
    name,
    key: {
      name: 'key',
      value: key,
      origin,
      isThere: await isThere(key, { env, folder: read.folder }),
    },
    settings: [...whole, ...settings],
  };
}
