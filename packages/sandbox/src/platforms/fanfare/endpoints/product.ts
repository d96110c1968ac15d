import { json, type Answer } from '../../../http/answer.ts';
import { invalidField } from '../problem.ts';
import { everything } from '../shown/product.ts';
import { productChangesSchema, productInputSchema } from '../store/product-input.ts';
import { updateProduct } from '../store/products.ts';
import type { ProductRecord } from '../store/records.ts';
import { ofProduct, type FanfareCall, type FanfareEndpoint } from './endpoint.ts';
import { reading } from './reading.ts';
import { showIncluded } from './include.ts';

/**
 * `POST /products`: creates (201), or updates (200) the product with the same sync source. The reply carries variants and
 * media assets, as the OpenAPI description has it; the two statuses are assumed.
 */
export const createProduct: FanfareEndpoint = {
  method: 'POST',
  path: '/products',
  answer: createOrUpdate,
};

function createOrUpdate(call: FanfareCall): Answer {
  const { products } = call.organization;
  return reading(productInputSchema, call.body, (input) => {
    const source = input.primarySyncSource ?? null;
    const known =
      source === null
        ? undefined
        : products.findBySyncSource(source.syncSource, source.syncSourceId);
    if (!isVariantOf(known, input.defaultVariantId)) {
      return invalidField('defaultVariantId', 'expected a variant of the product');
    }
    if (known === undefined) {
      return json(201, showIncluded(products.create(input, call.now), call, everything));
    }
    updateProduct(known, input, call.now);
    return json(200, showIncluded(known, call, everything));
  });
}

function isVariantOf(product: ProductRecord | undefined, id: string | null = null): boolean {
  return id === null || (product?.variants.some((variant) => variant.id === id) ?? false);
}

/** `GET /products/{productId}`: with media assets, unless `include` says otherwise. Archived products too (assumed). */
export const getProduct: FanfareEndpoint = {
  method: 'GET',
  path: '/products/{productId}',
  answer: ofProduct((product, call) => json(200, showIncluded(product, call, ['mediaAssets']))),
};

/** `PUT /products/{productId}`: every field is optional, an absent one keeps. */
export const putProduct: FanfareEndpoint = {
  method: 'PUT',
  path: '/products/{productId}',
  answer: ofProduct((product, call) =>
    reading(productChangesSchema, call.body, (changes) => {
      updateProduct(product, changes, call.now);
      return json(200, showIncluded(product, call, everything));
    }),
  ),
};

/** `DELETE /products/{productId}`: archives, and answers the product without variants and media assets. */
export const archiveProduct: FanfareEndpoint = {
  method: 'DELETE',
  path: '/products/{productId}',
  answer: ofProduct((product, call) => {
    product.archived = true;
    product.updatedAt = call.now;
    return json(200, showIncluded(product, call, []));
  }),
};
