const { SequenzyCommerce, SequenzyValidationError } = require('sequenzy-commerce');

const { openFileLedger } = require('sequenzy-commerce/node');
const { FanfareClient, FanfareNotFoundError } = require('sequenzy-fanfare');
const { SequenzyError } = require('sequenzy-commerce');

async function main() {
  const { createFanfareSandbox, createSandbox } = await import('sequenzy-sandbox');
  const { fetch } = createSandbox();
  const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch });
  const ledger = await openFileLedger({
    folder: 'state',
    company: 'co_1',
    origin: 'https://api.sequenzy.com',
  });
  await sequenzy.products.upsert([{ productId: 'tee', title: 'Tee' }], { ledger });
  await ledger.close();
  const stored = await sequenzy.products.get('tee');
  if (stored.title !== 'Tee') throw new Error(JSON.stringify(stored));
  const fanfareSandbox = createFanfareSandbox({ basePath: '/api' });
  const fanfare = new FanfareClient({ apiKey: 'sk_live_sandbox', fetch: fanfareSandbox.fetch });
  const missing = await fanfare.products.get('none').catch((error) => error);
  // One class for both clients.
  if (!(missing instanceof FanfareNotFoundError && missing instanceof SequenzyError)) throw missing;
  try {
    await sequenzy.orders.push({});
  } catch (error) {
    if (error instanceof SequenzyValidationError) console.log('works');
  }
}

main();
