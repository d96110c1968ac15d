import { compareProduct, type Product, type StoredProduct } from 'sequenzy-commerce';

type DiffStatus = 'new' | 'different' | 'missing';

/** One field that the file and the API have otherwise. */
interface FieldDifference {
  /** `variants[red].priceCents` */
  readonly path: string;
  readonly file: unknown;
  readonly stored: unknown;
}

/** One product that is not the same on both sides. */
export interface DiffEntry {
  readonly productId: string;
  /** `new`: only in the file. `missing`: only at the API. */
  readonly status: DiffStatus;
  readonly differences: readonly FieldDifference[];
}

export interface Diff {
  readonly same: number;
  readonly entries: readonly DiffEntry[];
}

/** Holds the file against what is stored. Fields the file does not have are not looked at; a sync keeps them. */
export async function compareCatalog(
  products: ReadonlyMap<string, Product>,
  stored: AsyncIterable<StoredProduct>,
): Promise<Diff> {
  const unseen = new Map(products);
  const entries: DiffEntry[] = [];
  let same = 0;
  for await (const one of stored) {
    const productId = one.productId ?? one.providerProductId ?? '';
    const product = products.get(productId);
    unseen.delete(productId);
    const entry = product === undefined ? missing(productId) : different(product, one);
    if (entry === undefined) same += 1;
    else entries.push(entry);
  }
  for (const productId of unseen.keys()) {
    entries.push({ productId, status: 'new', differences: [] });
  }
  return { same, entries };
}

function missing(productId: string): DiffEntry {
  return { productId, status: 'missing', differences: [] };
}

function different(product: Product, stored: StoredProduct): DiffEntry | undefined {
  const differences = compareProduct(product, stored).map(({ path, sent, stored: there }) => ({
    path,
    file: sent,
    stored: there,
  }));
  if (differences.length === 0) return undefined;
  return { productId: product.productId, status: 'different', differences };
}
