import { SequenzyCommerce } from 'sequenzy-commerce';
import { openFileLedger } from 'sequenzy-commerce/node';
import { createRelay, schemes } from 'sequenzy-relay';
import { openBullMqQueue, openRedisMemory } from 'sequenzy-relay/bullmq';
import { nodeListener, openEmbeddedQueue, serveRelay } from 'sequenzy-relay/node';
import { createSandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { openCatalog } from 'sequenzy-sources';

const server = await listen(createSandbox());
const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', baseUrl: server.url });
const catalog = await openCatalog(['products.csv'], { currency: 'USD' });
const products = [];
for await (const { product } of catalog.records()) products.push(product);
await catalog.close();
const ledger = await openFileLedger({ folder: 'state', company: 'co_1', origin: server.url });
const { records } = await sequenzy.products.upsert(products, { ledger });
if (ledger.size !== 2) throw new Error('nothing was remembered');
await ledger.close();
await server.close();
if (records.accepted !== 2) throw new Error(JSON.stringify(records));

const relay = createRelay({
  client: sequenzy,
  ...{ platform: 'checkoutchamp', secret: 'a long random text' },
  queue: await openEmbeddedQueue({ folder: 'relay' }),
});
const request = new Request('https://relay.example/', { method: 'POST', body: '{}' });
const { status } = await relay(request);
await relay.close();
if (status !== 401) throw new Error(`the relay answers ${status}`);
const others = [openBullMqQueue, openRedisMemory, nodeListener, serveRelay];
if (others.some((one) => typeof one !== 'function')) throw new Error('an entry of the relay');
if (Object.keys(schemes).length === 0) throw new Error('no platform has webhooks');
console.log('works');
