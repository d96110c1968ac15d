import { isRecord } from 'sequenzy-contract';
import { defineSource } from 'sequenzy-sources';
import type { LiveSource } from 'sequenzy-sources/live';

const reader = defineSource({
  name: 'example-shop',
  label: 'Example Shop list of products',
  marksUnpublished: false,
  documents: {
    required: ['sku', 'what', 'cents'],
    fields: ['sku', 'what', 'cents'],
    envelopes: [],
    map([{ value }]) {
      const { sku, what, cents } = isRecord(value) ? value : {};
      const product = { productId: sku, title: what, priceCents: cents, currency: 'EUR' };
      return { key: String(sku), product, faults: [], variants: 0 };
    },
  },
});

class Refused extends Error {}

/** A live source as it would be added: everything about it is in this folder. */
export const exampleShop: LiveSource = {
  name: 'example-shop',
  label: 'Example Shop',
  noun: 'API',
  kinds: ['products'],
  hasParts: false,
  secrets: [
    {
      variable: 'EXAMPLE_SHOP_TOKEN',
      fileOption: 'example-shop-token-file',
      noun: 'the token of Example Shop',
      absence: 'There is no token for Example Shop',
    },
  ],
  address: { variable: 'EXAMPLE_SHOP_URL', default: 'https://example-shop.example' },
  options: [
    {
      name: 'example-shop-only',
      value: '<sku>',
      description: 'read this product alone',
      form: 'text',
      nextStep: 'Give the SKU of a product.',
    },
  ],
  open({ secrets, options }) {
    const all = [
      { sku: 'a', what: 'Lamp', cents: 1250 },
      { sku: 'b', what: 'Chair', cents: 9900 },
    ];
    const only = options['example-shop-only']?.text;
    return Promise.resolve({
      reader,
      limiter: { explain: () => ({ reason: 'open', milliseconds: 0, waiting: 0 }) },
      async *text(_signal, onRead) {
        await Promise.resolve();
        if (secrets['EXAMPLE_SHOP_TOKEN'] !== 'right') throw new Refused('the token is wrong');
        const wanted = all.filter(({ sku }) => only === undefined || sku === only);
        yield wanted.map((product) => `${JSON.stringify(product)}\n`).join('');
        onRead(wanted.length);
      },
    });
  },
  explain: (failure) =>
    Promise.resolve(
      failure instanceof Refused
        ? { code: 'authentication', end: 'refused', nextStep: 'Ask the shop for a new token.' }
        : undefined,
    ),
};
