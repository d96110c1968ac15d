const globalId = /^gid:\/\/shopify\/(\w+)\/(\d+)/;

/** `gid://shopify/Product/1` -> `1`: what REST and webhooks call the same thing. Another id stays what it is. */
export function numberOf(id: string | undefined): string | undefined {
  return globalId.exec(id ?? '')?.[2] ?? id;
}

/** `gid://shopify/ProductVariant/1` -> `ProductVariant`. */
export function kindOf(id: unknown): string | undefined {
  return typeof id === 'string' ? globalId.exec(id)?.[1] : undefined;
}

/** Whether an id is that of a product or of what belongs to one: a variant, an image. */
export function isOfProduct(id: unknown): boolean {
  return kindOf(id)?.startsWith('Product') === true;
}
