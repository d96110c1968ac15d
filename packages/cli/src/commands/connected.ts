import type { SequenzyCommerce } from 'sequenzy-commerce';
import type { Connection } from 'sequenzy-jobs/connect/connection.ts';
import type { Context } from './context.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';

/** What a command has that asks the API something. */
export interface Asking {
  readonly client: SequenzyCommerce;
  readonly connection: Connection;
  /** Tells and keeps a warning. */
  readonly warn: (sentence: string) => void;
  readonly warnings: readonly string[];
}

/** Connects, asks, and turns the SDK's errors into advice. */
export async function connected<Result>(
  { io, secrets, err }: Context,
  flags: GlobalFlags,
  ask: (asking: Asking) => Promise<Result>,
): Promise<Result> {
  const { connect } = await import('sequenzy-jobs/connect/connection.ts');
  const { asUserError } = await import('sequenzy-jobs/report/stop-reason.ts');
  const { verboseHooks } = await import('../terminal/verbose-hooks.ts');
  const warnings: string[] = [];
  const say = (text: string): void => {
    err.line(text);
  };
  const warn = (sentence: string): void => {
    warnings.push(sentence);
    if (flags.quiet !== true) err.line(['yellow', 'warning'], `  ${sentence}`);
  };
  const hooks = flags.verbose === true ? verboseHooks(say) : {};
  const connection = await connect(connectionOf(flags), { io, secrets, hooks, warn });
  if (flags.sandbox === true && flags.quiet !== true) {
    err.line('This is a private sandbox, and it is empty.');
  }
  try {
    return await ask({ client: connection.client, connection, warn, warnings });
  } catch (error) {
    throw asUserError(error);
  }
}
