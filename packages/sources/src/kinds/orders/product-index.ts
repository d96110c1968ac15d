import type { Product, Variant } from 'sequenzy-contract';
import { plainTitle } from '../../text/plain-title.ts';
import type { OrderNote, OrderSettings } from './source.ts';

/** A product of the catalog, as an order line names it. */
export interface IndexedProduct {
  readonly productId: string;
  readonly title: string;
  readonly variantId?: string;
  readonly variantTitle?: string;
}

/** What a line says about its product. */
export interface NamedLine {
  readonly sku: string;
  /** `title`, or `title - variant title`. */
  readonly name: string;
  /** The title alone, where it is known apart from the variant. */
  readonly title?: string | undefined;
  readonly variant?: string | undefined;
}

/** Finds products by SKU and by exact title. What names two products names none. */
export class ProductIndex {
  readonly #bySku = new Map<string, IndexedProduct | undefined>();
  readonly #byName = new Map<string, IndexedProduct | undefined>();

  static async of(catalog: Iterable<Product> | AsyncIterable<Product>): Promise<ProductIndex> {
    const index = new ProductIndex();
    for await (const product of catalog)
      index.#add({ ...product, title: plainTitle(product.title) });
    return index;
  }

  /** By SKU first: titles are changed more often. */
  find({ sku, name }: NamedLine): IndexedProduct | undefined {
    return (sku === '' ? undefined : this.#bySku.get(sku)) ?? this.#byName.get(name);
  }

  #add({ productId, title, variants = [] }: Product): void {
    enter(this.#byName, title, { productId, title });
    for (const variant of variants) this.#addVariant({ productId, title }, variant);
  }

  #addVariant(product: IndexedProduct, { variantId, title: given, sku }: Variant): void {
    const title = plainTitle(given);
    const isNamed = title !== product.title;
    const found = { ...product, variantId, ...(isNamed && { variantTitle: title }) };
    if (typeof sku === 'string' && sku !== '') enter(this.#bySku, sku, found);
    if (isNamed) enter(this.#byName, `${product.title} - ${title}`, found);
  }
}

function enter(
  index: Map<string, IndexedProduct | undefined>,
  text: string,
  product: IndexedProduct,
): void {
  const isKnown = index.has(text);
  index.set(text, isKnown ? undefined : product);
}

/** What a product is called by where nothing else is known: `Crew Tee - Black / S` -> `crew-tee-black-s`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The product of a line that names it by SKU or title only. What is not found gets an id made of its name, and a note. */
export function productOf(
  line: NamedLine,
  { products }: OrderSettings,
  notes: OrderNote[],
): IndexedProduct {
  const found = products?.find(line);
  if (found !== undefined) return found;
  notes.push(products === undefined ? 'noCatalog' : 'notInCatalog');
  const { name, title = name, variant = '' } = line;
  return { productId: slugOf(title), title, ...(variant !== '' && { variantTitle: variant }) };
}
