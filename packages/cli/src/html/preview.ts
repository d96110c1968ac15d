import type { CatalogPreview } from 'sequenzy-jobs/catalog/preview/preview-catalog.ts';
import { placeText, sentenceOf } from 'sequenzy-jobs/report/reject.ts';
import type { Preview } from 'sequenzy-pages';
import { createSandbox } from 'sequenzy-sandbox';

/** The products as the API would hold them, worked out by the sandbox; what it would refuse is told. */
export function previewOf(
  { files, source, products, rejects, warnings }: CatalogPreview,
  now = Date.now(),
): Preview {
  const sandbox = createSandbox();
  const refused = products.flatMap((product) => {
    try {
      sandbox.seedProducts([product]);
      return [];
    } catch {
      return [
        { place: product.productId, reason: 'the API would refuse it: catalog check says why' },
      ];
    }
  });
  const placed = rejects.flatMap(({ reasons }) =>
    reasons.map((reason) => ({ place: placeText(reason), reason: sentenceOf(reason) })),
  );
  return {
    ...{ files, source, warnings },
    madeAt: new Date(now).toISOString(),
    cards: [...sandbox.products],
    rejects: [...placed, ...refused],
  };
}
