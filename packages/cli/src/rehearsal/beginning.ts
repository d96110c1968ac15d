import { worded, type Secrets } from 'sequenzy-contract';
import type { FileLedger } from 'sequenzy-commerce/node';
import { readCompany, type ReadCompany } from 'sequenzy-jobs/account/read-company.ts';
import type { ConnectionOptions } from 'sequenzy-jobs/connect/connection.ts';
import type { Surroundings } from 'sequenzy-jobs/job/surroundings.ts';
import { openMemoryToRead, type LedgerName } from 'sequenzy-jobs/memory/memory.ts';
import type { FaultRule } from 'sequenzy-sandbox';
import { flagWording } from '../terminal/flags.ts';
import type { Io } from '../terminal/io.ts';
import { readFaultFile } from './fault-file.ts';

/** What a rehearsal begins with. */
export interface Beginning {
  readonly from: 'nothing' | 'state' | 'api';
  /** File of a saved sandbox. */
  readonly state: string | undefined;
  /** What the API holds. */
  readonly company: ReadCompany | undefined;
  readonly faults: readonly FaultRule[];
  /** What was sent so far, to look at; undefined where nothing is known of it. */
  readonly openLedger: (name: string) => Promise<FileLedger | undefined>;
}

/** How it is found out. */
export interface BeginningWish {
  readonly flags: {
    readonly start?: 'empty' | 'api';
    readonly state?: string;
    readonly faults?: string;
    readonly stateDir?: string;
  };
  readonly connection: ConnectionOptions;
  readonly io: Io;
  readonly secrets: Secrets;
  readonly surroundings: Surroundings;
  readonly warn: (sentence: string) => void;
}

/**
 * Reads what a rehearsal begins with: from the API only what can be listed, and nothing is changed there.
 *
 * @throws {UserError}
 */
export async function readBeginning({
  flags,
  connection,
  io,
  secrets,
  surroundings,
  warn,
}: BeginningWish): Promise<Beginning> {
  const { start, state, faults, stateDir } = flags;
  const rules = faults === undefined ? [] : await readFaultFile(faults);
  if (start !== 'api') {
    const from = state === undefined ? 'nothing' : 'state';
    const openLedger = () => Promise.resolve(undefined);
    return { from, state, company: undefined, faults: rules, openLedger };
  }
  const company = await readCompany({ connection }, surroundings);
  const around = { io, secrets, options: connection };
  return {
    ...{ from: 'api', state, company, faults: rules },
    openLedger: (name) =>
      openMemoryToRead(
        stateDir,
        {
          ...around,
          warn: (words) => {
            warn(worded(words, flagWording));
          },
        },
        name as LedgerName, // of jobs alone
      ),
  };
}
