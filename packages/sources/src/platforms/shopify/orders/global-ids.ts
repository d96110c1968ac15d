/** The id of GraphQL: `gid://shopify/Order/1`. Undefined where it is another one. */
export function globalIdOf(id: unknown): string | undefined {
  return typeof id === 'string' && id.startsWith('gid://') ? id : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
