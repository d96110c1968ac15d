import { SequenzyCommerce } from 'sequenzy-commerce';
import { openFileLedger } from 'sequenzy-commerce/node';
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
console.log('works');
