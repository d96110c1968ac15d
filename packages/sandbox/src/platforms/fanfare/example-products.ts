import { createFanfareSandbox, type FanfareSandbox } from './fanfare-sandbox.ts';
import type { FanfareSeed } from './seed.ts';

const names = ['Sneaker', 'Hoodie', 'Cap', 'Poster', 'Mug'];
const sizes = ['S', 'M', 'L'];

/** A sandbox under `/api` with so many example products. */
export function exampleFanfare(products: number): FanfareSandbox {
  const sandbox = createFanfareSandbox({ basePath: '/api' });
  sandbox.seedProducts(exampleProducts(products));
  return sandbox;
}

/** Products with images, variants, options and stock to rehearse with; every tenth is archived. */
function exampleProducts(count: number): FanfareSeed[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${names[index % names.length] ?? ''} ${String(index + 1)}`;
    const slug = name.toLowerCase().replace(' ', '-');
    return {
      name,
      url: `https://shop.example/${slug}`,
      description: `The ${name}, an example.`,
      archived: index % 10 === 9,
      primarySyncSource: { syncSource: 'shopify', syncSourceId: String(1000 + index) },
      images: [
        { sourceUrl: `https://cdn.example/${slug}-side.jpg`, position: 1 },
        { sourceUrl: `https://cdn.example/${slug}.jpg`, position: 0 },
      ],
      variants: sizes.map((size, at) => ({
        sku: `EX-${String(1000 + index)}-${size}`,
        price: `${String(19 + (index % 7) + at)}.90`,
        currency: 'USD',
        ...(at === 2
          ? { inventoryPolicy: 'open' as const }
          : { inventoryPolicy: 'limited' as const, quantity: (index + at) % 4 }),
        options: { Size: size },
      })),
    };
  });
}
