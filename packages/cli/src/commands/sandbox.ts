import { reasonOf } from 'sequenzy-contract';
import { exitCodes, UserError } from 'sequenzy-jobs';
import { exampleApis, type ExampleApi } from 'sequenzy-sandbox/examples';
import type { Sandbox } from 'sequenzy-sandbox';
import { liveSources } from 'sequenzy-sources/live';
import type { Context } from '../command/context.ts';
import type { Command } from '../command/definition.ts';
import type { GlobalFlags } from '../options/global-options.ts';
import { camelCase } from '../options/live-options.ts';
import type { DocumentOf } from '../documents/documents.ts';
import type { FlagsOf, OptionTable } from '../options/option.ts';
import type { StateFile } from '../sandbox/state-file.ts';
import { port } from '../options/option-values.ts';

const lastPort = 65_535;

const options = {
  port: {
    form: port,
    value: '<n>',
    description: 'port to listen on; 0 takes a free one',
    initial: 4010,
    group: 'input',
  },
  rateLimit: {
    form: 'switch',
    description: 'enforce the real limits: 100 requests a minute, 20 a second',
    group: 'pace',
  },
  state: {
    form: 'text',
    value: '<file>',
    description: 'keep what it holds in this file: read at the start, written at the end',
    group: 'input',
  },
  reset: {
    form: 'switch',
    description: 'begin empty, whatever the state file holds',
    group: 'input',
  },
} as const satisfies OptionTable;

/** One for each API that has example records. */
const exampleOptions: OptionTable = Object.fromEntries(
  exampleApis.map(({ name, label }) => [
    camelCase(name),
    {
      flag: name,
      form: 'switch',
      description: `also serve ${label}’s API, with example records to read`,
      group: 'input',
    },
  ]),
);

type SandboxFlags = FlagsOf<typeof options> & GlobalFlags;

/** It is not a job: it serves until it is interrupted, and tells its address while it does. */
export const sandbox: Command = {
  name: 'sandbox',
  summary: 'Serve the API from memory on this machine, until Ctrl-C.',
  options: { ...options, ...exampleOptions },
  // Commander has read them by the table of this command.
  perform: (context, flags) => serve(context, flags as SandboxFlags),
  details: [
    'Paste the lines it prints into another terminal, and every command there talks to it.',
    'Its address is also a page for the browser: products as cards, customers with their lifetime values, events, waiting lists, sequences, requests and the rate limit, live. Requests that name another host or come from another site are refused.',
    '--state keeps all of it but the request log in a file, which holds e-mail addresses and is readable only by you.',
  ],
  examples: [
    'sandbox --open',
    'sandbox --state rehearsal.ndjson',
    'sandbox --port 0 --rate-limit --json',
    ...exampleApis.map(({ name }) => `sandbox --${name}`),
  ],
  exitCodes: ['0 ended by Ctrl-C', '2 usage or the port is in use', '1 a bug'],
};

async function serve({ io, out, err, end }: Context, flags: SandboxFlags): Promise<void> {
  const { createSandbox } = await import('sequenzy-sandbox');
  const { listen } = await import('sequenzy-sandbox/server');
  const { dashboard } = await import('sequenzy-sandbox/dashboard');
  const { sandboxKey } = await import('../sandbox/private-sandbox.ts');
  const companies = flags.company === undefined ? {} : { companies: [flags.company] as const };
  const sandbox = createSandbox({
    apiKey: [{ key: sandboxKey, ...companies }],
    rateLimit: flags.rateLimit === true,
  });
  const state = await stateOf(sandbox, flags);
  const wanted = exampleApis.filter(({ name }) => Reflect.get(flags, camelCase(name)) === true);
  if (flags.port + wanted.length > lastPort) {
    const options = wanted.map(({ name }) => `--${name}`).join(' and ');
    const problem = `${options} takes the port behind ${String(flags.port)} as well, and there is none`;
    throw new UserError('usage', problem, `Name another one: --port ${String(lastPort - 1)}.`);
  }
  const pages = dashboard(sandbox, { stateFile: flags.state });
  const server = await listenAt(flags.port, (port) => listen(sandbox, { port, pages }));
  const examples: Served[] = [];
  const close = async (): Promise<void> => {
    for (const one of [server, ...examples]) await one.close();
  };
  try {
    for (const [at, example] of wanted.entries()) {
      examples.push(await serveExample(example, flags.port === 0 ? 0 : flags.port + 1 + at));
    }
  } catch (error) {
    await close();
    throw error;
  }
  if (flags.json === true) {
    const { url } = server;
    const listening = { command: 'sandbox', status: 'listening', exitCode: 0 } as const;
    const others = Object.fromEntries(examples.map(({ example, told }) => [example.name, told]));
    const own = { ...listening, url, apiKey: sandboxKey };
    out.json({ ...own, ...others } satisfies DocumentOf<'sandbox'>);
  } else {
    out.line(`export SEQUENZY_API_URL=${server.url}`);
    out.line(`export SEQUENZY_API_KEY=${sandboxKey}`);
    for (const { example, told } of examples) {
      const live = liveSources.find((source) => source.name === example.name);
      if (live?.address === undefined) continue;
      out.line(`export ${live.address.variable}=${told.url}`);
      for (const [at, { variable }] of live.secrets.entries()) {
        out.line(`export ${variable}=${example.secrets[at] ?? ''}`);
      }
    }
  }
  if (flags.quiet !== true) {
    const fate = state === undefined ? 'forgets everything' : `is kept in ${state.file}`;
    err.sentence(`The sandbox listens at ${server.url} and ${fate} at its end: Ctrl-C.`);
    err.line(`Look into it in a browser: ${server.url}/`);
  }
  if (flags.open === true) {
    const { openPage } = await import('../sandbox/open-page.ts');
    await openPage(`${server.url}/`, err);
  }
  await aborted(io.interruption);
  await close();
  await state?.save();
  end(exitCodes.ok);
}

/** The file that the sandbox is kept in, after it was read; undefined where none was named. */
async function stateOf(
  sandbox: Sandbox,
  { state, reset }: Pick<SandboxFlags, 'state' | 'reset'>,
): Promise<StateFile | undefined> {
  if (state === undefined) {
    if (reset === undefined) return undefined;
    throw new UserError('usage', '--reset needs --state: without it a sandbox is always empty');
  }
  const { StateFile } = await import('../sandbox/state-file.ts');
  const file = new StateFile(state, sandbox);
  if (reset !== true) await file.load();
  return file;
}

interface Served {
  readonly example: ExampleApi;
  /** What its users need to know. Of several secrets the first is the key. */
  readonly told: Readonly<Record<'url' | 'apiKey', string>> &
    Partial<ExampleApi> &
    ExampleApi['records'];
  close(): Promise<void>;
}

async function serveExample(example: ExampleApi, port: number): Promise<Served> {
  const { listen } = await import('sequenzy-sandbox/server');
  const { secrets, records, basePath } = example;
  const sandbox = await example.start();
  const server = await listenAt(port, (free) => listen(sandbox, { port: free }));
  const several = secrets.length === 1 ? {} : { secrets };
  const told = { url: server.url + basePath, apiKey: secrets[0], ...several, ...records };
  return { example, told, close: () => server.close() };
}

async function listenAt<Server>(
  port: number,
  listen: (port: number) => Promise<Server>,
): Promise<Server> {
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
