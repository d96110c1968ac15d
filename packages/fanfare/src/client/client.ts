import { connect, type RateLimiter } from 'sequenzy-transport';
import { namesFrom } from '../settings/names.ts';
import type { FanfareClientOptions } from '../settings/options.ts';
import { MediaAssets } from '../resources/media-assets.ts';
import { Products } from '../resources/products.ts';
import { VariantOptions } from '../resources/variant-options.ts';
import { Variants } from '../resources/variants.ts';
import { fanfareService } from './service.ts';

/**
 * A client of the products part of Fanfare's Admin API. It paces and repeats by itself, as `sequenzy-commerce` does, and
 * throws errors with the same codes.
 *
 * @example
 * const fanfare = new FanfareClient({ apiKey: process.env.FANFARE_SECRET_KEY });
 * for await (const product of fanfare.products.list({ include: ['variants'] })) console.log(product.name);
 */
export class FanfareClient {
  readonly products: Products;
  readonly mediaAssets: MediaAssets;
  readonly variantOptions: VariantOptions;
  readonly variants: Variants;
  /** Ask it what it waits for (`explain`), or give it to another client of the organization. */
  readonly rateLimiter: RateLimiter;

  /** @throws {FanfareValidationError} naming every option that cannot be used. */
  constructor(options: FanfareClientOptions = {}) {
    const names = namesFrom(options.names);
    const { transport, rateLimiter } = connect(options, fanfareService(names));
    this.rateLimiter = rateLimiter;
    this.products = new Products(transport, names);
    this.mediaAssets = new MediaAssets(transport);
    this.variantOptions = new VariantOptions(transport);
    this.variants = new Variants(transport, names);
  }
}
