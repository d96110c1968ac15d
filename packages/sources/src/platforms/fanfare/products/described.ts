import { isRecord, type Product } from 'sequenzy-contract';
import type { MemberReader } from '../../../documents/member-reader.ts';
import type { Fields } from '../../../documents/document.ts';
import { isArchived } from './archived.ts';
import { membersOf, type Member } from './members.ts';

type Described = Pick<Product, 'description' | 'imageUrl' | 'url' | 'providerCreatedAt'>;

/** What a product says of itself. What it says to be null or empty is null; of what it does not say, nothing is told. */
export function describedBy(product: Fields, reader: MemberReader): Described {
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
