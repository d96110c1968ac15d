import { json, type Answer } from '../../../http/answer.ts';
import { fanfareProblem, notFound } from '../problem.ts';
import { showAssignments, showOption, showValues } from '../shown/variant-option.ts';
import { assignmentsSchema, assignOption, optionSchema } from '../store/options.ts';
import type { ProductRecord } from '../store/records.ts';
import { ofProduct, type FanfareCall, type FanfareEndpoint } from './endpoint.ts';
import { reading } from './reading.ts';
import { removed } from './removed.ts';

/** `POST /variant-options`: an option of the organization, answered with its `values` (assumed). */
export const createOption: FanfareEndpoint = {
  method: 'POST',
  path: '/variant-options',
  answer: ({ body, organization: { options, id }, now }) =>
    reading(optionSchema, body, (input) => {
      const option = options.create(input, now);
      return json(201, { ...showOption(option, id), values: showValues(option, id) });
    }),
};

/** `GET …/variant-options`: `{ assignments }`, as after assigning (assumed). */
export const listAssignments: FanfareEndpoint = {
  method: 'GET',
  path: '/products/{productId}/variant-options',
  answer: ofProduct(showAll),
};

function showAll(product: ProductRecord, { organization }: FanfareCall): Answer {
  return json(200, { assignments: showAssignments(product, organization.id) });
}

/**
 * `POST …/variant-options`: `{ options: [{ optionId, required, sortOrder }] }`, all or none, beside those there are
 * (assumed). Source: OpenAPI "Fanfare Admin API" 1.0.0.
 */
export const assignOptions: FanfareEndpoint = {
  method: 'POST',
  path: '/products/{productId}/variant-options',
  answer: ofProduct((product, call) =>
    reading(assignmentsSchema, call.body, (input) => {
      const found = input.options.map((wanted) => ({
        wanted,
        option: call.organization.options.find(wanted.optionId),
      }));
      if (found.some(({ option }) => option === undefined)) return notFound('Variant option');
      for (const { option, wanted } of found) {
        if (option !== undefined) assignOption(product, option, wanted);
      }
      return showAll(product, call);
    }),
  ),
};

/** `DELETE …/variant-options/{optionId}`: 409 while the product has variants, whichever their options (assumed). */
export const removeAssignment: FanfareEndpoint = {
  method: 'DELETE',
  path: '/products/{productId}/variant-options/{optionId}',
  answer: ofProduct((product, { parameters }) => {
    const kept = product.assignments.filter(({ option }) => option.id !== parameters['optionId']);
    if (kept.length === product.assignments.length) return notFound('Variant option');
    if (product.variants.length > 0) return fanfareProblem(409, 'Cannot remove: variants exist');
    product.assignments = kept;
    return removed;
  }),
};
