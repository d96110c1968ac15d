import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import type { Context } from './context.ts';
import type { GlobalFlags } from './global-options.ts';
import { port } from './option-values.ts';

const lastPort = 65_535;

interface SandboxFlags extends GlobalFlags {
  readonly port: number;
  readonly rateLimit?: true;
  readonly fanfare?: true;
}

export function addSandbox(program: Command, context: Context): void {
  const command = program
    .command('sandbox')
    .description('Serve the API from memory on this machine, until Ctrl-C.')
    .option('--port <n>', 'port to listen on; 0 takes a free one', port, 4010)
    .option('--rate-limit', 'enforce the real limits: 100 requests a minute, 20 a second')
    .option('--fanfare', 'also serve Fanfare’s API, with example products to sync from')
    .addHelpText('after', help)
    .action(async () => {
      await serve(context, command.optsWithGlobals<SandboxFlags>());
    });
}

async function serve({ io, out, err, end }: Context, flags: SandboxFlags): Promise<void> {
  const { createSandbox } = await import('sequenzy-sandbox');
  const { listen } = await import('sequenzy-sandbox/server');
  const { sandboxKey } = await import('../sandbox/private-sandbox.ts');
  const companies = flags.company === undefined ? {} : { companies: [flags.company] as const };
  const sandbox = createSandbox({
    apiKey: [{ key: sandboxKey, ...companies }],
    rateLimit: flags.rateLimit === true,
  });
  if (flags.fanfare === true && flags.port === lastPort) {
    const problem = `--fanfare takes the port behind ${String(lastPort)} as well, and there is none`;
    throw new UserError('usage', problem, `Name another one: --port ${String(lastPort - 1)}.`);
  }
  const server = await listenAt(flags.port, (port) => listen(sandbox, { port }));
  const second = flags.fanfare === true ? serveFanfare(flags.port) : undefined;
  const fanfare = await second?.catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  if (flags.json === true) {
    const { url } = server;
    const listening = { command: 'sandbox', status: 'listening', exitCode: 0 };
    out.json({ ...listening, url, apiKey: sandboxKey, ...(fanfare && { fanfare: fanfare.told }) });
  } else {
    out.line(`export SEQUENZY_API_URL=${server.url}`);
    out.line(`export SEQUENZY_API_KEY=${sandboxKey}`);
    if (fanfare !== undefined) {
      out.line(`export FANFARE_API_URL=${fanfare.told.url}`);
      out.line(`export FANFARE_SECRET_KEY=${fanfare.told.apiKey}`);
    }
  }
  if (flags.quiet !== true) {
    err.line(`The sandbox listens at ${server.url} and forgets everything at its end: Ctrl-C.`);
  }
  await aborted(io.interruption);
  await server.close();
  await fanfare?.close();
  end(exitCodes.ok);
}

/** On the port behind that of the other, or on a free one. */
async function serveFanfare(port: number) {
  const { listen } = await import('sequenzy-sandbox/server');
  const { createExampleFanfare, exampleCount, fanfareSandboxKey } =
    await import('../sandbox/private-fanfare.ts');
  const sandbox = createExampleFanfare();
  const server = await listenAt(port === 0 ? 0 : port + 1, (free) =>
    listen(sandbox, { port: free }),
  );
  const told = { url: `${server.url}/api`, apiKey: fanfareSandboxKey, products: exampleCount };
  return { told, close: () => server.close() };
}

async function listenAt<Server>(
  port: number,
  listen: (port: number) => Promise<Server>,
): Promise<Server> {
  const { reasonOf } = await import('sequenzy-jobs/report/system-error.ts');
  return listen(port).catch((error: unknown) => {
    const problem = `Port ${String(port)} cannot be used (${reasonOf(error)})`;
    throw new UserError('port', problem, 'Name another one: --port 0 takes a free one.');
  });
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
Paste the lines it prints into another terminal, and every command there talks to it.

Examples:
  $ sequenzy-cli sandbox
  $ sequenzy-cli sandbox --port 0 --rate-limit --json
  $ sequenzy-cli sandbox --fanfare

Exit codes: 0 ended by Ctrl-C, 2 usage or the port is in use, 1 a bug.`;
