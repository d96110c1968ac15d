import { json, type Answer } from '../../../http/answer.ts';
import { invalidField, notFound } from '../problem.ts';
import { showVariant, showVariants } from '../shown/variant.ts';
import type { ProductRecord, VariantRecord } from '../store/records.ts';
import {
  variantChangesSchema,
  variantInputSchema,
  type VariantChanges,
  type VariantInput,
} from '../store/variant-input.ts';
import { chooseValues, createVariant, removeVariant, updateVariant } from '../store/variants.ts';
import { ofProduct, type FanfareCall, type FanfareEndpoint } from './endpoint.ts';
import { reading } from './reading.ts';
import { removed } from './removed.ts';

/** `POST …/variants`: see {@link variantInputSchema} for what is documented of the body. */
export const addVariant: FanfareEndpoint = {
  method: 'POST',
  path: '/products/{productId}/variants',
  answer: ofProduct((product, call) =>
    reading(variantInputSchema(call.dialect.names), call.body, (input) =>
      add(product, input, call),
    ),
  ),
};

function add(product: ProductRecord, input: VariantInput, call: FanfareCall): Answer {
  const { organization, dialect, now } = call;
  const chosen = chooseValues(organization, product, input.options ?? [], now);
  if (!chosen.ok) return invalidField('options', chosen.message);
  const variant = createVariant(organization, product, input, chosen.options, now);
  return json(201, showVariant(variant, product.id, organization.id, dialect.names));
}

/** `GET …/variants`: a bare array. Source: OpenAPI "Fanfare Admin API" 1.0.0. */
export const listVariants: FanfareEndpoint = {
  method: 'GET',
  path: '/products/{productId}/variants',
  answer: ofProduct((product, { organization, dialect }) =>
    json(200, showVariants(product, organization.id, dialect.names)),
  ),
};

/** `PUT …/variants/{variantId}`: every field is optional, an absent one keeps (assumed). */
export const putVariant: FanfareEndpoint = {
  method: 'PUT',
  path: '/products/{productId}/variants/{variantId}',
  answer: ofVariant((variant, product, call) =>
    reading(variantChangesSchema(call.dialect.names), call.body, (changes) =>
      change(variant, product, changes, call),
    ),
  ),
};

function change(
  variant: VariantRecord,
  product: ProductRecord,
  { options, ...changes }: VariantChanges,
  { organization, dialect, now }: FanfareCall,
): Answer {
  const chosen = options && chooseValues(organization, product, options, now);
  if (chosen?.ok === false) return invalidField('options', chosen.message);
  updateVariant(variant, changes, chosen?.options, now);
  return json(200, showVariant(variant, product.id, organization.id, dialect.names));
}

/** `DELETE …/variants/{variantId}`: it is gone, also as the default variant. */
export const deleteVariant: FanfareEndpoint = {
  method: 'DELETE',
  path: '/products/{productId}/variants/{variantId}',
  answer: ofVariant((variant, product) => {
    removeVariant(product, variant);
    return removed;
  }),
};

function ofVariant(
  answer: (variant: VariantRecord, product: ProductRecord, call: FanfareCall) => Answer,
): (call: FanfareCall) => Answer {
  return ofProduct((product, call) => {
    const variant = product.variants.find(({ id }) => id === call.parameters['variantId']);
    return variant === undefined ? notFound('Variant') : answer(variant, product, call);
  });
}
