// The main job, without a key and without a network: a shop's export into the sandbox, then the next morning's.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SequenzyCommerce } from 'sequenzy-commerce';
import { createSandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';

const cli = join(import.meta.dirname, '..', 'packages', 'cli', 'dist', 'bin.js');
const folder = mkdtempSync(join(tmpdir(), 'sequenzy-demo-'));
cpSync(join(import.meta.dirname, 'data'), folder, { recursive: true });

const sandbox = createSandbox({ rateLimit: true });
const server = await listen(sandbox);
const env = {
  ...process.env,
  SEQUENZY_API_KEY: 'seq_live_sandbox',
  SEQUENZY_API_URL: server.url,
  SEQUENZY_STATE_DIR: join(folder, 'state'),
  SEQUENZY_QUOTA_DIR: join(folder, 'quota'),
};

/** Types one command and shows what it prints. */
function type(...args) {
  console.log(`\n$ sequenzy-cli ${args.join(' ')}`);
  return new Promise((resolve) => {
    spawn(process.execPath, [cli, ...args], { cwd: folder, env, stdio: 'inherit' }).on(
      'close',
      resolve,
    );
  });
}

console.log('# A product export goes into an empty catalog.');
await type('catalog', 'sync', 'products_export.csv', '--currency', 'USD');

console.log(
  '\n# A customer wants to hear when the camp knife is back (what a shop does with the SDK).',
);
const sequenzy = new SequenzyCommerce({ apiKey: env.SEQUENZY_API_KEY, baseUrl: server.url });
await sequenzy.backInStock.register({
  productId: 'alder-camp-knife',
  variantId: '01009-1',
  customer: { email: 'ada@example.com' },
});
console.log("await sequenzy.backInStock.register({ productId: 'alder-camp-knife', … })");

console.log(
  '\n# The next morning: the knife is back, one price has changed, and a spreadsheet has spoilt another.',
);
await type('catalog', 'sync', 'products_export-next-day.csv', '--currency', 'USD');

console.log('\n# What the sandbox holds now.');
await type('catalog', 'list', '--limit', '5');

console.log(
  '\n# A year of orders. Every order carries its customer’s lifetime totals, computed from the file.',
);
const read = ['--catalog', 'products_export.csv', '--currency', 'USD'];
const how = ['--totals', 'computed', ...read];
await type('orders', 'backfill', 'orders_export.csv', ...how, '--yes');
await type('orders', 'verify', 'orders_export.csv', ...read, '--sample', '15');

console.log('\n# The same command the next morning: nothing is sent twice.');
await type('orders', 'backfill', 'orders_export.csv', ...how, '--yes');

console.log('\n# The top customers by lifetime value, as the sandbox has them.');
const customers = [...sandbox.subscribers].sort(
  (one, other) => other.customAttributes.ltv - one.customAttributes.ltv,
);
for (const { email, customAttributes } of customers.slice(0, 5)) {
  const { ltv, ordersCount } = customAttributes;
  console.log(`${email.padEnd(20)} ${ltv.toFixed(2).padStart(8)} USD  ${ordersCount} orders`);
}
console.log(`
# Now with a file of your own. These need no key and no network:
npx sequenzy-cli catalog check products.csv             # what is wrong with it
npx sequenzy-cli --sandbox catalog sync products.csv    # the whole run, into a sandbox
npx sequenzy-cli --help                                 # every command`);
await server.close();
rmSync(folder, { recursive: true });
