import { isRecord, type Product, type Variant } from 'sequenzy-contract';
import { MemberReader } from '../../../documents/member-reader.ts';
import { stockOf } from '../../../kinds/products/variants.ts';
import type { Documents, Fields } from '../../../documents/document.ts';
import { membersOf, type Member } from './members.ts';
import { readPrices } from './price.ts';
import { hasOddOptions, readVariant } from './variant-document.ts';
import { type Mapped, type Settings, noObject } from '../../../kinds/products/source.ts';
import { shownJson } from '../../../documents/shown.ts';

/** A product with the variants and media assets that were included. */
export function mapDocuments(documents: Documents, settings: Settings): Mapped {
  // A product that changes while the list is read may stand on two pages: the later one is newer.
  const document = documents.at(-1) ?? documents[0];
  const product = document.value;
  if (!isRecord(product)) return noObject(document);
  const reader = new MemberReader([document], settings);
  const productId = reader.id(product, 'id');
  const given = membersOf(product, 'variants', reader);
  const isOff = isArchived(product, reader);
  if (isOff && !settings.includeUnpublished) return archived(productId, given ?? []);
  const title = reader.text(product, 'name');
  const offered = (given ?? []).filter((one) => !isArchived(one.fields, one.reader));
  const { ofProduct, ofVariants, leftOut } = readPrices(product, offered, settings);
  const variants = offered.map((one, at) => ({
    ...readVariant(one, title ?? ''),
    ...ofVariants[at],
  }));
  refuseRepeated(variants, offered);
  const mapped: Partial<Product> = {
    ...(productId !== undefined && { productId }),
    ...(title !== undefined && { title }),
    ...describedBy(product, reader),
    ...(given !== undefined && { ...ofProduct, ...stockWith(variants) }),
    ...(isOff && stockOf(variants, false)),
  };
  return {
    key: productId,
    product: mapped,
    faults: reader.faults,
    variants: variants.length,
    notes: [
      ...documents.slice(1).map(() => 'repeated'),
      ...Array<string>(leftOut).fill('otherCurrency'),
      ...(reader.faults.length === 0 ? unsaid(product, variants) : []),
      ...offered.filter(hasOddOptions).map(() => 'oddOptions'),
    ],
  };
}

/** The id of a product, as {@link mapDocuments} reads it. */
export function keyOf({ id }: Fields): string | undefined {
  if (Number.isSafeInteger(id)) return String(id);
  return typeof id === 'string' ? id.trim() || undefined : undefined;
}

/** Nothing else of it is read: no fault and no missing currency stops what is not sent. */
function archived(key: string | undefined, variants: readonly Member[]): Mapped {
  return { key, product: {}, faults: [], variants: variants.length, skip: 'archived' };
}

/** Of two variants with one id, one would be lost. */
function refuseRepeated(variants: readonly Variant[], offered: readonly Member[]): void {
  const seen = new Set<string>();
  for (const [at, { variantId }] of variants.entries()) {
    if (variantId !== '' && seen.has(variantId)) {
      offered[at]?.reader.fault('id', `"${variantId}" is the id of another variant, too`);
    }
    seen.add(variantId);
  }
}

/** A product without variants cannot be bought. */
function stockWith(variants: Variant[]): Pick<Product, 'inStock' | 'variants'> {
  return variants.length === 0 ? { inStock: false, variants } : stockOf(variants, true);
}

/** What the answer should have said, and does not. */
function unsaid(product: Fields, variants: readonly Variant[]): string[] {
  const isBare = product['variants'] === undefined && product['productMediaAssets'] === undefined;
  const unknown = variants.filter(({ inStock }) => inStock === undefined);
  return [...(isBare ? ['nothingIncluded'] : []), ...unknown.map(() => 'unknownStock')];
}

type Described = Pick<Product, 'description' | 'imageUrl' | 'url' | 'providerCreatedAt'>;

/** What a product says of itself. Null and empty are null; what is absent stays untouched. */
function describedBy(product: Fields, reader: MemberReader): Described {
  const said = (key: string): string | null | undefined =>
    product[key] === undefined ? undefined : (reader.text(product, key) ?? null);
  const [description, url, createdAt] = [said('description'), said('url'), said('createdAt')];
  const assets = membersOf(product, 'productMediaAssets', reader);
  return {
    ...(description !== undefined && { description }),
    ...(assets !== undefined && { imageUrl: imageOf(assets) ?? null }),
    ...(url !== undefined && { url }),
    ...(createdAt !== undefined && { providerCreatedAt: createdAt }),
  };
}

/** The address of the asset with the lowest position; lists are not in that order. */
function imageOf(assets: readonly Member[]): string | undefined {
  const placed = assets.flatMap(({ fields: { position, mediaAsset }, reader }) => {
    if (!isRecord(mediaAsset) || isArchived(mediaAsset, reader.inside('mediaAsset'))) return [];
    const { publicUrl } = mediaAsset;
    if (typeof publicUrl !== 'string' || publicUrl === '') return [];
    return [{ position: placeOf(position), publicUrl }];
  });
  const [first] = placed.toSorted((one, other) => one.position - other.position);
  return first?.publicUrl;
}

/** A number, or its digits as text; what says nothing comes last. */
function placeOf(position: unknown): number {
  if (typeof position === 'number') return position;
  return typeof position === 'string' && /^\s*\d+\s*$/.test(position) ? Number(position) : Infinity;
}

const yes: ReadonlySet<unknown> = new Set([true, 1, 'true', '1']);
const no: ReadonlySet<unknown> = new Set([false, 0, 'false', '0', '', null, undefined]);

/** Whether it is archived: documented as a boolean. What is neither yes nor no is at fault, lest it goes on sale. */
function isArchived({ archived }: Fields, reader: MemberReader): boolean {
  const said = typeof archived === 'string' ? archived.trim().toLowerCase() : archived;
  if (!yes.has(said) && !no.has(said)) {
    reader.fault('archived', `expected true or false, got ${shownJson(archived)}`);
  }
  return yes.has(said);
}
