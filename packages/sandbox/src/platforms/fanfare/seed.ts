import * as z from 'zod/mini';
import type { Organization } from './store/organization.ts';
import { placementSchema } from './store/media-library.ts';
import { assignOption } from './store/options.ts';
import { productInputSchema } from './store/product-input.ts';
import type { ProductRecord } from './store/records.ts';
import { variantInputSchema } from './store/variant-input.ts';
import { chooseValues, createVariant } from './store/variants.ts';

/** A product with everything it has, in one piece. */
export interface FanfareSeed {
  readonly name: string;
  readonly url: string;
  readonly description?: string | null;
  readonly handle?: string | null;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
  /** Default: false. */
  readonly archived?: boolean;
  readonly primarySyncSource?: { readonly syncSource: string; readonly syncSourceId: string };
  /** Addresses; positions count from 0 where none is said. */
  readonly images?: readonly (string | FanfareSeedImage)[];
  readonly variants?: readonly FanfareSeedVariant[];
}

interface FanfareSeedImage {
  readonly sourceUrl: string;
  readonly position?: number;
  readonly altText?: string;
}

interface FanfareSeedVariant {
  readonly sku: string;
  /** A decimal string such as `139.99`. */
  readonly price?: string;
  /** ISO 4217. */
  readonly currency?: string;
  readonly inventoryPolicy?: 'limited' | 'open';
  readonly quantity?: number;
  /** `{ Size: 'M' }`. Options that nobody has seen are created and assigned to the product. */
  readonly options?: Readonly<Record<string, string>>;
}

// The sandbox's own names: what a dialect calls them is for the wire.
const ownNames = { quantity: 'quantity', inventoryPolicy: 'inventoryPolicy', currency: 'currency' };

const imagesSchema = z.array(placementSchema);
const variantsSchema = z.array(variantInputSchema(ownNames));

/** Throws a `ZodError` for fields the API would refuse, a `RangeError` for values it would and a sync source twice. */
export function seedProduct(
  organization: Organization,
  seed: FanfareSeed,
  now: string,
): ProductRecord {
  const input = productInputSchema.parse(seed);
  const images = imagesSchema.parse(
    (seed.images ?? []).map((image) => (typeof image === 'string' ? { sourceUrl: image } : image)),
  );
  // By name here, by id in the schema: they are resolved below.
  const bare = (seed.variants ?? []).map((variant) => ({ ...variant, options: undefined }));
  const variants = variantsSchema.parse(bare);
  const source = input.primarySyncSource;
  if (source && organization.products.findBySyncSource(source.syncSource, source.syncSourceId)) {
    throw new RangeError(`${source.syncSource} ${source.syncSourceId} is there already`);
  }
  const product = organization.products.create(input, now);
  product.archived = seed.archived ?? false;
  for (const image of images) {
    const asset = organization.media.create(image.sourceUrl ?? '', image, now);
    organization.media.place(product, asset, image);
  }
  variants.forEach((variant, index) => {
    const choices = assignByName(organization, product, seed.variants?.[index]?.options ?? {}, now);
    const chosen = chooseValues(organization, product, choices, now);
    if (!chosen.ok) throw new RangeError(chosen.message);
    createVariant(organization, product, variant, chosen.options, now);
  });
  return product;
}

function assignByName(
  { options: store }: Organization,
  product: ProductRecord,
  options: Readonly<Record<string, string>>,
  now: string,
) {
  return Object.entries(options).map(([name, value]) => {
    const option = store.findByName(name) ?? store.create({ name, displayName: name }, now);
    assignOption(product, option, {});
    return { optionId: option.id, value };
  });
}
