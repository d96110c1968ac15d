import type { SequenzyCommerce } from 'sequenzy-commerce';
import type { Context } from './context.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';

/** What a command has that asks the API something. */
export interface Asking {
  readonly client: SequenzyCommerce;
  readonly warnings: readonly string[];
}

/** Connects, asks, and turns the SDK's errors into advice. */
export async function connected<Result>(
  { io, secrets, err }: Context,
  flags: GlobalFlags,
  ask: (asking: Asking) => Promise<Result>,
): Promise<Result> {
  const { connect } = await import('../run/connection.ts');
  const { asUserError } = await import('../run/stop-reason.ts');
  const { verboseHooks } = await import('../terminal/verbose-hooks.ts');
  const warnings: string[] = [];
  const say = (text: string): void => {
    err.line(text);
  };
  const { client } = await connect(connectionOf(flags), {
    io,
    secrets,
    hooks: flags.verbose === true ? verboseHooks(say) : {},
    warn(sentence) {
      warnings.push(sentence);
      if (flags.quiet !== true) err.line(['yellow', 'warning'], `  ${sentence}`);
    },
  });
  if (flags.sandbox === true && flags.quiet !== true) {
    err.line('This is a private sandbox, and it is empty.');
  }
  try {
    return await ask({ client, warnings });
  } catch (error) {
    throw asUserError(error);
  }
}
