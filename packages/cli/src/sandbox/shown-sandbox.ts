import type { Sandbox } from 'sequenzy-jobs/connect/connection.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import type { Io } from '../terminal/io.ts';
import type { Printer } from '../terminal/printer.ts';
import { openPage } from './open-page.ts';
import { privateSandbox, sandboxKey } from './private-sandbox.ts';

/** A private sandbox that is looked into while a command sends to it. */
interface ShownSandbox {
  readonly target: Sandbox;
  /** Resolves at Ctrl-C: what came of the command can be looked at until then. */
  untilLeft(): Promise<void>;
  close(): Promise<void>;
}

interface Place {
  readonly io: Pick<Io, 'interruption'>;
  readonly err: Printer;
}

interface Wish {
  readonly open?: true;
  readonly sandbox?: true;
  readonly company?: string;
}

/**
 * Serves the dashboard of a private sandbox, and shows it in the browser; undefined where nobody asks for it.
 *
 * @throws {UserError} without `--sandbox`: the real API has a dashboard of its own.
 */
export async function shownSandbox(
  { io, err }: Place,
  { open, sandbox, company }: Wish,
): Promise<ShownSandbox | undefined> {
  if (open === undefined) return undefined;
  if (sandbox === undefined) {
    throw new UserError(
      'usage',
      '--open looks into a sandbox, and nothing is sent to one',
      'Add --sandbox.',
    );
  }
  const { createSandbox } = await import('sequenzy-sandbox');
  const { dashboard } = await import('sequenzy-sandbox/dashboard');
  const { listen } = await import('sequenzy-sandbox/server');
  const companies = company === undefined ? {} : { companies: [company] as const };
  const own = createSandbox({ apiKey: [{ key: sandboxKey, ...companies }] });
  const server = await listen(own, { pages: dashboard(own) });
  const address = `${server.url}/`;
  err.line(`Look into the sandbox in a browser: ${address}`);
  await openPage(address, err);
  const endpoint = { apiKey: sandboxKey, baseUrl: 'http://sandbox.localhost', fetch: own.fetch };
  return {
    target: { ...privateSandbox, open: () => Promise.resolve(endpoint) },
    async untilLeft() {
      if (io.interruption.aborted) return;
      err.sentence(`The sandbox stays open at ${address} until Ctrl-C.`);
      await new Promise<void>((resolve) => {
        io.interruption.addEventListener('abort', () => {
          resolve();
        });
      });
    },
    close: () => server.close(),
  };
}
