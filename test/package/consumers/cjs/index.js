const { SequenzyCommerce, SequenzyValidationError } = require('sequenzy-commerce');

const { openFileLedger } = require('sequenzy-commerce/node');

async function main() {
  const { createSandbox } = await import('sequenzy-sandbox');
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
  try {
    await sequenzy.orders.push({});
  } catch (error) {
    if (error instanceof SequenzyValidationError) console.log('works');
  }
}

main();
