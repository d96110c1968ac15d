import type { SequenzyCommerce } from 'sequenzy-commerce';
import type { Context } from './context.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { saySandboxIsEmpty, surroundingsOf, verbosityOf } from './surroundings.ts';

/** What a command has that asks the API something. */
export interface Asking {
  readonly client: SequenzyCommerce;
  /** What was told so far. */
  readonly warnings: readonly string[];
}

/** Connects, asks, and turns the SDK's errors into advice. */
export async function connected<Result>(
  context: Context,
  flags: GlobalFlags,
  ask: (asking: Asking) => Promise<Result>,
): Promise<Result> {
  const { connect } = await import('sequenzy-jobs/connect/connection.ts');
  const { withJob } = await import('sequenzy-jobs/job/with-job.ts');
  const { plainScreen } = await import('../terminal/plain-screen.ts');
  const onEvent = plainScreen(context.io, context.err, verbosityOf(flags));
  return withJob(undefined, surroundingsOf(context, onEvent), async (job) => {
    const { client } = await connect(connectionOf(flags), job);
    saySandboxIsEmpty(context, flags);
    return ask({ client, warnings: job.warnings });
  });
}
