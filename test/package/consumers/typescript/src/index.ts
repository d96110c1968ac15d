import { SequenzyCommerce, type Outcome, type Product } from 'sequenzy-commerce';
import { FanfareClient, type VariantInput } from 'sequenzy-fanfare';
import { createFanfareSandbox, createSandbox } from 'sequenzy-sandbox';

// Absent and undefined keep, null clears, [] removes all.
const product: Product = { productId: 'tee', title: 'Tee', description: null, variants: [] };
const vague: Product = { productId: 'tee', title: 'Tee', description: undefined };
// @ts-expect-error -- a price in cents is a number
const wrong: Product = { productId: 'tee', title: 'Tee', priceCents: '19.99' };

const { fetch } = createSandbox();
const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch });
const { outcomes } = await sequenzy.products.upsert([product]);
const [outcome]: readonly (Outcome | undefined)[] = outcomes;
if (outcome?.status !== 'accepted') throw new Error(JSON.stringify([outcome, vague, wrong]));

const variant: VariantInput = { sku: 'SN-9', price: '129.99' };
// @ts-expect-error -- money is a decimal string
const priced: VariantInput = { sku: 'SN-9', price: 129.99 };
const other = createFanfareSandbox({ basePath: '/api' });
const fanfare = new FanfareClient({ apiKey: 'sk_live_sandbox', fetch: other.fetch });
const { id = '' } = await fanfare.products.create({ name: 'Sneaker', url: 'https://x.example' });
const { price } = await fanfare.variants.create(id, variant);
if (price !== '129.99') throw new Error(JSON.stringify([price, priced]));
console.log('works');
