/** Partial update: what is absent or `undefined` keeps, everything else replaces, `null` too. */
export function assignGiven<Target extends object>(
  target: Target,
  changes: { readonly [Field in keyof Target]?: Target[Field] | undefined },
): void {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  Object.assign(target, Object.fromEntries(given));
}
