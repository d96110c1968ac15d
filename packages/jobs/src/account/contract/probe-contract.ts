import { option, say } from 'sequenzy-contract';
import { connect, type ConnectionOptions } from '../../connect/connection.ts';
import { consentOf } from '../../job/decisions.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { UserError } from '../../report/user-error.ts';
import type { Finding } from './finding.ts';
import { readTest } from './read-test.ts';
import { writeTest } from './write-test.ts';

export interface ProbeOptions extends ConnectionOptions {
  /** Also push a product and two orders for this test address, which `decide.writeTest` has to confirm. */
  readonly writeTest?: string | undefined;
}

/**
 * Looks which of the things hold that the documentation leaves open and this project assumes. What it finds holds
 * nothing personal. Reads only, unless a test address is given.
 *
 * @example
 *   const findings = await probeContract();
 *
 * @throws {UserError} where the test address is not confirmed. Nothing was sent then.
 */
export function probeContract(
  { writeTest: email, ...options }: ProbeOptions = {},
  surroundings: Surroundings = {},
): Promise<readonly Finding[]> {
  return withJob(undefined, surroundings, async (job) => {
    const { io, decide } = job;
    if (email !== undefined && (await consentOf(decide.writeTest?.(email))) !== 'given') {
      throw new UserError(
        'needs-consent',
        'The test address is not confirmed, and orders for it can start automations',
        say`Nothing was sent. Pass ${option('yes')} where nobody can be asked.`,
      );
    }
    const { client } = await connect(options, job);
    const read = await readTest(client, io.interruption);
    return email === undefined ? read : [...read, ...(await writeTest(client, email, io))];
  });
}
