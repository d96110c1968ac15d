import {
  requireInput,
  segment,
  tolerate,
  type CallOptions,
  type ReplayOptions,
  type Transport,
} from 'sequenzy-transport';
import {
  assignmentsSchema,
  variantOptionInputSchema,
  type AssignmentInput,
  type VariantOptionInput,
} from '../inputs/variant-option.ts';
import {
  assignmentSchema,
  variantOptionSchema,
  type Assignment,
  type VariantOption,
} from '../replies/variant-option.ts';
import { productPath } from './product-path.ts';
import { readList } from './read-list.ts';
import { readRecord } from './read-record.ts';
import { remove } from './remove.ts';

/** Options such as Size: those of the organization, and which of them a product has. */
export class VariantOptions {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Creates an option of the organization. Not repeated after an ambiguous failure, unless `replay` says so. */
  async create(
    option: VariantOptionInput,
    { signal, replay = false }: ReplayOptions = {},
  ): Promise<VariantOption> {
    const json = await readRecord(this.#transport, {
      method: 'POST',
      path: '/variant-options',
      body: JSON.stringify(requireInput(variantOptionInputSchema, option, 'variant option')),
      replayable: replay,
      signal,
    });
    return tolerate(variantOptionSchema, json);
  }

  /** The options a product has. */
  async list(productId: string, { signal }: CallOptions = {}): Promise<Assignment[]> {
    const path = productPath(productId, 'variant-options');
    return assignmentsIn(await readList(this.#transport, { path, signal }, ...listNames));
  }

  /**
   * Gives a product options, beside those it has. Assigning twice is the same as once (assumed), so it is repeated.
   *
   * @example
   * await fanfare.variantOptions.assign(productId, [{ optionId, required: true, sortOrder: 0 }]);
   */
  async assign(
    productId: string,
    options: readonly AssignmentInput[],
    { signal }: CallOptions = {},
  ): Promise<Assignment[]> {
    const call = {
      method: 'POST',
      path: productPath(productId, 'variant-options'),
      body: JSON.stringify({ options: requireInput(assignmentsSchema, options, 'assignment') }),
      signal,
    } as const;
    return assignmentsIn(await readList(this.#transport, call, ...listNames));
  }

  /**
   * Takes an option from a product; gone already after a lost answer is removed.
   *
   * @throws {FanfareConflictError} `Cannot remove: variants exist`.
   */
  remove(productId: string, optionId: string, { signal }: CallOptions = {}): Promise<void> {
    const path = productPath(productId, 'variant-options', segment('optionId', optionId));
    return remove(this.#transport, { path, signal });
  }
}

function assignmentsIn(items: readonly unknown[]): Assignment[] {
  return items.map((one) => tolerate(assignmentSchema, one));
}

/** Where a list of assignments stands; `data` is assumed. */
const listNames = ['assignments', 'data'];
