import { connect, type ConnectionOptions } from '../../connect/connection.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { openMemory } from '../../memory/memory.ts';
import { memoryRequest } from '../../memory/request.ts';
import { openStateFolder } from '../../state/state-folder.ts';
import { Hold, type HoldOptions } from './hold.ts';
import type { Released } from './release.ts';

export interface ReleaseOptions extends Pick<HoldOptions, 'resumeAfter'> {
  readonly connection?: ConnectionOptions | undefined;
  readonly stateDir?: string | undefined;
}

/**
 * Resumes what a backfill that was killed has left paused. What somebody else has changed since is left alone.
 *
 * @example
 *   const { resumed, stillPaused } = await releaseAutomations();
 *
 * @throws {UserError} while a backfill is in progress: it resumes by itself.
 */
export function releaseAutomations(
  { connection: options = {}, stateDir, resumeAfter }: ReleaseOptions = {},
  surroundings: Surroundings = {},
): Promise<Released> {
  return withJob(undefined, surroundings, async (job) => {
    const folder = await openStateFolder({ stateDir }, job.io.env);
    const { client, ...connection } = await connect(options, job);
    const request = memoryRequest(job, options, { folder });
    const ledger = job.use(await openMemory({ client, ...connection }, request, 'orders'));
    const hold = await Hold.open({ client, ledger, job, resumeAfter });
    const released = await hold.release(true);
    return released ?? { resumed: [], leftAlone: [], stillPaused: [], reason: undefined };
  });
}
