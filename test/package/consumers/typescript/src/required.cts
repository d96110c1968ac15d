// Compiled as `commonjs`, `node16` and `nodenext`, and by TypeScript 5.0 under node10 as well.
import { SequenzyCommerce, SequenzyError, type Product } from 'sequenzy-commerce';
import { listSyncRules } from 'sequenzy-commerce/automations';
import { backfill } from 'sequenzy-commerce/backfill';
import { ledgerRules } from 'sequenzy-commerce/ledgers/conformance';
import { openPostgresLedger } from 'sequenzy-commerce/ledgers/postgres';
import { openRedisLedger } from 'sequenzy-commerce/ledgers/redis';
import { mirrorCatalog } from 'sequenzy-commerce/mirror';
import { LedgerError, openFileLedger } from 'sequenzy-commerce/node';
import { updateStock } from 'sequenzy-commerce/stock';
import { FanfareClient } from 'sequenzy-fanfare';
import { syncCatalog } from 'sequenzy-jobs';
import { createRelay } from 'sequenzy-relay';
import { nodeListener } from 'sequenzy-relay/node';
import { createSandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { openCatalog } from 'sequenzy-sources';
import { mapShopifyOrder } from 'sequenzy-sources/webhooks';

const entries = [
  ...[backfill, createRelay, ledgerRules, listSyncRules, listen, mapShopifyOrder, mirrorCatalog],
  ...[nodeListener, openCatalog, openFileLedger, openPostgresLedger, openRedisLedger, syncCatalog],
  ...[FanfareClient, LedgerError, updateStock],
];

async function main() {
  const { fetch } = createSandbox();
  const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch });
  const product: Product = { productId: 'tee', title: 'Tee', description: undefined };
  await sequenzy.products.upsert([product]);
  const failure: unknown = await sequenzy.products.get('none').catch((error: unknown) => error);
  if (!(failure instanceof SequenzyError && failure.status === 404)) throw failure;
  if (entries.some((one) => (one as unknown) === undefined)) throw new Error('an entry is empty');
  console.log('required works');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
