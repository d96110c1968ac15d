import { SequenzyCommerce, type Outcome, type Product } from 'sequenzy-commerce';
import { createSandbox } from 'sequenzy-sandbox';

// Absent keeps, null clears, [] removes all: the types know the three apart.
const product: Product = { productId: 'tee', title: 'Tee', description: null, variants: [] };
// @ts-expect-error -- undefined is not a value of an exact optional field
const vague: Product = { productId: 'tee', title: 'Tee', description: undefined };
// @ts-expect-error -- a price in cents is a number
const wrong: Product = { productId: 'tee', title: 'Tee', priceCents: '19.99' };

const { fetch } = createSandbox();
const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch });
const { outcomes } = await sequenzy.products.upsert([product]);
const [outcome]: readonly (Outcome | undefined)[] = outcomes;
if (outcome?.status !== 'accepted') throw new Error(JSON.stringify([outcome, vague, wrong]));
console.log('works');
