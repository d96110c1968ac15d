import { join } from 'node:path';
import type { Sandbox } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { key, serveSandbox } from './cli-process.ts';
import { hasTerminal, onTerminal, type Answer, type Seen } from './on-terminal.ts';
import { history, pushes, valuesOf, write } from './order-history.ts';

let cwd: string;
let sandbox: Sandbox;
let env: Record<string, string>;

beforeEach(async () => {
  cwd = await tempFolder();
  await write(join(cwd, 'o.csv'), history);
  const served = await serveSandbox();
  sandbox = served.sandbox;
  env = { SEQUENZY_API_URL: served.url, SEQUENZY_API_KEY: key };
});

function backfill(options: string, ...answers: Answer[]): Promise<Seen> {
  return onTerminal(`orders backfill o.csv ${options}`, { cwd, env }, ...answers);
}

const totals = 'computed or none? ';
const consent = '[y/N] ';

describe.skipIf(!hasTerminal)('orders backfill on a terminal', () => {
  it('asks where the totals come from, then whether to send, and sends', async () => {
    const { status, screen } = await backfill('', [totals, 'computed\r'], [consent, 'y\r']);
    expect(status).toBe(0);
    expect(screen).toMatch(/computed +the files hold every order ever placed[^]*none +orders are/);
    expect(screen).toMatch(
      /plan +.*4 orders \(.*done about \d{4}-\d\d-\d\d \d\d:\d\d; 2 customers/,
    );
    expect(screen).toMatch(/every order can start them; each carries properties\.backfill = true/);
    expect(screen).toContain('Send 4 orders? Every one can start automations. [y/N]');
    expect(valuesOf(sandbox, 'ada@example.com')).toEqual([2, 25]);
  });

  it.each<[string, string, readonly Answer[], number, RegExp]>([
    ['no choice', '', [[totals, '\r']], 2, /--totals computed[^]*--totals-from/],
    ['an answer that is no choice', '', [[totals, 'columns\r']], 2, /--totals computed/],
    ['Ctrl-C at the choice', '', [[totals, '\u0003']], 130, /Interrupted/],
    ['a no', '--totals none', [[consent, 'n\r']], 2, /declined[^]*Nothing was sent/],
    ['Enter alone', '--totals none', [[consent, '\r']], 2, /declined/],
    ['Ctrl-C at the question', '--totals none', [[consent, '\u0003']], 130, /Send 4 orders/],
  ])('sends nothing after %s', async (_, options, answers, expected, shown) => {
    const { status, screen } = await backfill(options, ...answers);
    expect([status, screen]).toEqual([expected, expect.stringMatching(shown)]);
    expect(pushes(sandbox)).toBe(0);
  });

  it('asks nothing of the totals where they are chosen, and nothing at all with --yes', async () => {
    const chosen = await backfill('--totals computed --yes');
    expect(chosen.status).toBe(0);
    expect(chosen.screen).not.toMatch(/\? /);
    const again = await backfill('--totals computed');
    expect([again.status, again.screen]).toEqual([0, expect.stringContaining('nothing to send')]);
  });

  it('guesses no date, and asks for none: it says which option decides', async () => {
    await write(join(cwd, 'o.csv'), [
      ...history,
      '5,bo@example.com,1,USD,2/3/2026 10:00,placed,,Bo',
    ]);
    const options = '--totals computed --yes';
    const { status, screen } = await backfill(options);
    expect([status, screen]).toEqual([3, expect.stringContaining('--date-format')]);
    expect(sandbox.orders.get('5')).toBeUndefined();
    const said = await backfill(`${options} --date-format DMY --timezone Europe/Berlin`);
    expect(said.status).toBe(0);
    expect(sandbox.orders.get('5')?.order.orderedAt).toBe('2026-03-02T09:00:00Z');
  });

  it('shows what verify finds as a table', async () => {
    await backfill('--totals computed --yes');
    await write(join(cwd, 'o.csv'), [
      ...history,
      '5,bo@example.com,1,USD,2026-02-01T00:00Z,placed,,Bo',
    ]);
    const { status, screen } = await onTerminal('orders verify o.csv', { cwd, env });
    expect(status).toBe(3);
    expect(screen).toMatch(/│ customer +│ field +│ expected │ found │/);
    expect(screen).toMatch(/│ bo@example\.com │ ordersCount │ +2 │ +1 │/);
  });
});
