import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createCheckoutChampSandbox,
  type CheckoutChampOptions,
  type Sandbox,
} from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { tempFolder } from 'sequenzy-testkit';
import { expect, onTestFinished } from 'vitest';
import { serveSandbox, startCli, stateOf } from '../cli/cli-process.ts';
import type { Worth } from './account.ts';

/** Never to be seen anywhere but in the forms that go to the account. */
const secrets = ['sandbox-password', 'correct horse battery', '000123456789', '021000021'];

/** An account and Sequenzy, both over HTTP, and the command line between them. */
export async function setUp(options: CheckoutChampOptions = {}) {
  const cwd = await tempFolder();
  const account = createCheckoutChampSandbox(options);
  const served = await listen(account);
  onTestFinished(() => served.close());
  const { sandbox, url } = await serveSandbox();
  const env = {
    CHECKOUTCHAMP_API_URL: served.url,
    CHECKOUTCHAMP_LOGIN_ID: 'sandbox',
    CHECKOUTCHAMP_PASSWORD: options.password ?? 'sandbox-password',
  };
  const start = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    startCli([...args, '--from', 'checkoutchamp', '--json'], {
      cwd,
      url,
      env: { ...env, ...more },
    });
  const run = async (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const { exitCode, stdout, stderr } = await start(args, more).done;
    expectNoSecret([stdout, stderr]);
    return { exitCode, stderr, document: JSON.parse(stdout) as unknown };
  };
  const backfill = (...args: string[]) => run([...backfillArgs, ...args]);
  return { cwd, url, account, sandbox, start, run, backfill };
}

export const backfillArgs = [
  ...['orders', 'backfill', '--currency', 'USD', '--timezone', 'America/New_York'],
  ...['--totals', 'computed', '--rate', 'off', '--yes'],
];

/** Every customer has the orders and the money that the account says. */
export function expectWorth(sandbox: Sandbox, worth: ReadonlyMap<string, Worth>): void {
  const held = [...worth.keys()].map((email) => {
    const attributes = sandbox.subscribers.get(email)?.attributes;
    const { ordersCount, totalSpent } = attributes ?? {};
    return [email, { ordersCount, totalSpentCents: Math.round(Number(totalSpent) * 100) }] as const;
  });
  expect(new Map(held)).toEqual(worth);
}

/** Neither a password nor a bank account stands in a text. */
function expectNoSecret(texts: readonly string[]): void {
  for (const secret of secrets) for (const text of texts) expect(text).not.toContain(secret);
}

/** Nor in any file that was left, in the state folder too. */
export async function expectNoSecretIn(cwd: string): Promise<void> {
  for (const folder of [cwd, stateOf(cwd)]) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    expectNoSecret(
      await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8'))),
    );
  }
}
