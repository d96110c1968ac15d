import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { UserError } from '../user-error.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';
import { port } from './option-values.ts';

interface SandboxFlags extends GlobalFlags {
  readonly port: number;
  readonly rateLimit?: true;
}

export function addSandbox(program: Command, context: Context): void {
  const command = program
    .command('sandbox')
    .description('Serve the API from memory on this machine, until Ctrl-C.')
    .option('--port <n>', 'port to listen on; 0 takes a free one', port, 4010)
    .option('--rate-limit', 'enforce the real limits: 100 requests a minute, 20 a second')
    .addHelpText('after', help)
    .action(async () => {
      await serve(context, command.optsWithGlobals<SandboxFlags>());
    });
}

async function serve({ io, out, err, end }: Context, flags: SandboxFlags): Promise<void> {
  const { createSandbox } = await import('sequenzy-sandbox');
  const { listen } = await import('sequenzy-sandbox/server');
  const { sandboxKey } = await import('../run/private-sandbox.ts');
  const { reasonOf } = await import('../run/system-error.ts');
  const companies = flags.company === undefined ? {} : { companies: [flags.company] as const };
  const sandbox = createSandbox({
    apiKey: [{ key: sandboxKey, ...companies }],
    rateLimit: flags.rateLimit === true,
  });
  const server = await listen(sandbox, { port: flags.port }).catch((error: unknown) => {
    const problem = `Port ${String(flags.port)} cannot be had (${reasonOf(error)})`;
    throw new UserError('port', problem, 'Name another one: --port 0 takes a free one.');
  });
  if (flags.json === true) {
    const { url } = server;
    out.json({ command: 'sandbox', status: 'listening', exitCode: 0, url, apiKey: sandboxKey });
  } else {
    out.line(`export SEQUENZY_API_URL=${server.url}`);
    out.line(`export SEQUENZY_API_KEY=${sandboxKey}`);
  }
  if (flags.quiet !== true) {
    err.line(`The sandbox listens at ${server.url} and forgets everything at its end: Ctrl-C.`);
  }
  await aborted(io.interruption);
  await server.close();
  end(exitCodes.ok);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

const help = `
Paste the two lines it prints into another terminal, and every command there talks to it.

Examples:
  $ sequenzy-cli sandbox
  $ sequenzy-cli sandbox --port 0 --rate-limit --json

Exit codes: 0 ended by Ctrl-C, 2 usage or the port is in use, 1 a bug.`;
