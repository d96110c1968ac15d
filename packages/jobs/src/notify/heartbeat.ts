import type { Job } from '../job/job.ts';
import { secretOf } from '../config/reference.ts';
import { post } from './receivers.ts';

export type Beat = 'start' | 'success' | 'fail';

interface HeartbeatMeans {
  readonly job: Pick<Job, 'io' | 'secrets' | 'warn'>;
  /** Where relative paths of secrets begin. */
  readonly folder: string;
}

/**
 * Pings a monitor as healthchecks.io has it: the address for success, `/start` and `/fail` below it for the others. A
 * monitor that cannot be reached is a warning.
 *
 * @param text Lines for its log.
 */
export async function ping(
  reference: string,
  beat: Beat,
  text: string,
  { job: { io, secrets, warn }, folder }: HeartbeatMeans,
): Promise<void> {
  try {
    const where = { env: io.env, folder, signal: io.interruption };
    const address = await secretOf(reference, 'heartbeat', where);
    secrets.hide(address);
    await post(addressOf(address, beat), text, io.env);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warn(`heartbeat: the monitor could not be told of ${beat}: ${reason}.`);
  }
}

function addressOf(address: string, beat: Beat): string {
  if (beat === 'success' || !URL.canParse(address)) return address;
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${beat}`;
  return url.href;
}
