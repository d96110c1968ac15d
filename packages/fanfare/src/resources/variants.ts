import {
  requireInput,
  segment,
  tolerate,
  type CallOptions,
  type ReplayOptions,
  type Transport,
} from 'sequenzy-transport';
import {
  onTheWire,
  variantChangesSchema,
  variantInputSchema,
  type VariantChanges,
  type VariantInput,
} from '../inputs/variant.ts';
import type { FanfareNames } from '../settings/names.ts';
import { variantSchema, withOwnNames, type Variant } from '../replies/variant.ts';
import { productPath } from './product-path.ts';
import { readList } from './read-list.ts';
import { readRecord } from './read-record.ts';
import { remove } from './remove.ts';

/** Variants of a product. */
export class Variants {
  readonly #transport: Transport;
  readonly #names: FanfareNames;

  constructor(transport: Transport, names: FanfareNames) {
    this.#transport = transport;
    this.#names = names;
  }

  /**
   * Not repeated after an ambiguous failure, unless `replay` says so: it could be created twice.
   *
   * @example
   * await fanfare.variants.create(productId, { sku: 'SN-9', price: '129.99', currency: 'USD', quantity: 3 });
   */
  async create(
    productId: string,
    variant: VariantInput,
    { signal, replay = false }: ReplayOptions = {},
  ): Promise<Variant> {
    const input = requireInput(variantInputSchema, variant, 'variant');
    const json = await readRecord(this.#transport, {
      method: 'POST',
      path: productPath(productId, 'variants'),
      body: JSON.stringify(onTheWire(input, this.#names)),
      replayable: replay,
      signal,
    });
    return this.#read(json);
  }

  async list(productId: string, { signal }: CallOptions = {}): Promise<Variant[]> {
    const path = productPath(productId, 'variants');
    const found = await readList(this.#transport, { path, signal }, this.#names.data, 'variants');
    return found.map((one) => this.#read(one));
  }

  /** Changes what is given; an absent field keeps. */
  async update(
    productId: string,
    variantId: string,
    changes: VariantChanges,
    { signal }: CallOptions = {},
  ): Promise<Variant> {
    const input = requireInput(variantChangesSchema, changes, 'variant');
    const json = await readRecord(this.#transport, {
      method: 'PUT',
      path: productPath(productId, 'variants', segment('variantId', variantId)),
      body: JSON.stringify(onTheWire(input, this.#names)),
      replayable: true,
      signal,
    });
    return this.#read(json);
  }

  /** Deletes it; gone already after a lost answer is deleted. */
  delete(productId: string, variantId: string, { signal }: CallOptions = {}): Promise<void> {
    const path = productPath(productId, 'variants', segment('variantId', variantId));
    return remove(this.#transport, { path, signal });
  }

  #read(json: unknown): Variant {
    return tolerate(variantSchema, withOwnNames(json, this.#names));
  }
}
