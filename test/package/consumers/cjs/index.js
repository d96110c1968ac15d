const { SequenzyCommerce, SequenzyError, SequenzyValidationError } = require('sequenzy-commerce');
const { LedgerError, openFileLedger } = require('sequenzy-commerce/node');
const { FanfareClient, FanfareNotFoundError } = require('sequenzy-fanfare');
const { UserError, checkCatalog, listFormats } = require('sequenzy-jobs');
const { createRelay } = require('sequenzy-relay');
const { openEmbeddedQueue } = require('sequenzy-relay/node');
const { createFanfareSandbox, createSandbox } = require('sequenzy-sandbox');
const { dashboard } = require('sequenzy-sandbox/dashboard');
const { listen } = require('sequenzy-sandbox/server');
const { SourceError, openCatalog } = require('sequenzy-sources');
const { liveSources } = require('sequenzy-sources/live');

async function main() {
  const { fetch } = createSandbox();
  const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch });
  const ofOne = { folder: 'state', company: 'co_1', origin: 'https://api.sequenzy.com' };
  const ledger = await openFileLedger(ofOne);
  await sequenzy.products.upsert([{ productId: 'tee', title: 'Tee' }], { ledger });
  const held = await openFileLedger(ofOne).catch((error) => error);
  await ledger.close();
  const stored = await sequenzy.products.get('tee');
  if (stored.title !== 'Tee') throw new Error(JSON.stringify(stored));

  const fanfareSandbox = createFanfareSandbox({ basePath: '/api' });
  const fanfare = new FanfareClient({ apiKey: 'sk_live_sandbox', fetch: fanfareSandbox.fetch });
  const missing = await fanfare.products.get('none').catch((error) => error);
  // One class for both clients.
  if (!(missing instanceof FanfareNotFoundError && missing instanceof SequenzyError)) throw missing;

  const catalog = await openCatalog(['products.csv'], { currency: 'USD' });
  const products = [];
  for await (const { product } of catalog.records()) products.push(product);
  await catalog.close();
  if (products.length !== 2) throw new Error(JSON.stringify(products));
  if (liveSources.length === 0) throw new Error('no live source');
  if ((await listFormats({})).length === 0) throw new Error('no format');
  const unread = await openCatalog(['none.csv'], {}).catch((error) => error);

  const sandbox = createSandbox();
  const server = await listen(sandbox, { pages: dashboard(sandbox) });
  const page = await (await globalThis.fetch(server.url)).text();
  await server.close();
  if (!page.includes('<html')) throw new Error(page.slice(0, 200));

  const relay = createRelay({
    client: sequenzy,
    ...{ platform: 'checkoutchamp', secret: 'a long random text' },
    queue: await openEmbeddedQueue({ folder: 'relay' }),
  });
  const request = new Request('https://relay.example/', { method: 'POST', body: '{}' });
  const { status } = await relay(request);
  await relay.close();
  if (status !== 401) throw new Error(`the relay answers ${status}`);

  // A dependency of the program may be ESM, and hold the other copy of each class.
  const esm = {
    ...(await import('sequenzy-commerce')),
    ...(await import('sequenzy-commerce/node')),
    ...(await import('sequenzy-sources')),
  };
  if (esm.SequenzyError === SequenzyError) throw new Error('there is one copy only');
  const refused = await sequenzy.orders.push({}).catch((error) => error);
  const across = [
    [refused, SequenzyValidationError, esm.SequenzyValidationError],
    [refused, SequenzyError, esm.SequenzyError],
    [held, LedgerError, esm.LedgerError],
    [unread, SourceError, esm.SourceError],
  ];
  for (const [error, own, other] of across) {
    if (!(error instanceof own && error instanceof other)) throw error;
  }
  if (refused instanceof esm.SequenzyNotFoundError) throw refused;
  if (typeof checkCatalog !== 'function' || refused instanceof UserError) throw refused;
  console.log('works');
}

main();
