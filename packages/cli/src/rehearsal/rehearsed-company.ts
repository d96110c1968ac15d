import { join } from 'node:path';
import type { Sandbox as Target } from 'sequenzy-jobs/connect/connection.ts';
import { PassingLedger } from 'sequenzy-jobs/memory/passing-ledger.ts';
import type { Sandbox } from 'sequenzy-sandbox';
import { sandboxKey } from '../sandbox/private-sandbox.ts';
import { StateFile } from '../sandbox/state-file.ts';
import type { Beginning } from './beginning.ts';
import type { FastClock } from './fast-clock.ts';
import { seedCompany } from './seed-company.ts';

interface Place {
  readonly clock: FastClock;
  /** A folder that is taken away afterwards. */
  readonly folder: string;
}

/** Milliseconds an answer takes, and those until an order is processed: typical, and not documented. */
const latency = [40, 160] as const;
const processing = 3000;

/** A company in memory that a job is rehearsed with: the real limits, on a clock that jumps. */
export class RehearsedCompany {
  readonly sandbox: Sandbox;
  /** What a job sends to. */
  readonly target: Target;

  private constructor(sandbox: Sandbox, { openLedger }: Beginning, { folder }: Place) {
    this.sandbox = sandbox;
    const ledgers = new Map<string, PassingLedger>();
    const { fetch } = sandbox;
    const endpoint = { apiKey: sandboxKey, baseUrl: 'http://sandbox.localhost', fetch };
    this.target = {
      open: () => Promise.resolve(endpoint),
      // A shop is read as it is, or not at all.
      openLive: () => Promise.resolve(undefined),
      rehearsal: {
        async openLedger(name) {
          const file = join(folder, `${name}.ndjson`);
          const ledger = ledgers.get(name) ?? new PassingLedger(file, await openLedger(name));
          ledgers.set(name, ledger);
          return ledger;
        },
      },
    };
  }

  /** @throws {UserError} where the state cannot be read. */
  static async open(
    companyId: string | undefined,
    beginning: Beginning,
    place: Place,
  ): Promise<RehearsedCompany> {
    const { state, company, faults } = beginning;
    const { createSandbox } = await import('sequenzy-sandbox');
    const companies = companyId === undefined ? {} : { companies: [companyId] as const };
    const sandbox = createSandbox({
      apiKey: [{ key: sandboxKey, ...companies }],
      rateLimit: true,
      ...{ latency, processing, faults, clock: place.clock },
    });
    if (state !== undefined) await new StateFile(state, sandbox).load(true);
    if (company !== undefined) seedCompany(sandbox, company);
    return new RehearsedCompany(sandbox, beginning, place);
  }
}
