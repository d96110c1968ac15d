/** Static property by which a class is known in every copy of its package: a program may load one as ESM and one as CommonJS. */
export const classMark: unique symbol = Symbol.for('sequenzy.class');

interface MarkedClass {
  readonly [classMark]: string;
}

/** A class that may have a mark; null at the end of a chain. */
type Link = Partial<MarkedClass> | null | undefined;

/**
 * `instanceof` that holds for what another copy of the class has made. A class without a mark of its own, such as one
 * that a user has derived, knows only its own instances.
 */
export function isInstanceOf(kind: MarkedClass, value: unknown): boolean {
  const mark = Object.hasOwn(kind, classMark) && kind[classMark];
  let one = (value as { readonly constructor?: Link } | null | undefined)?.constructor; // whatever it is
  while (one && one !== kind && one[classMark] !== mark) {
    one = Object.getPrototypeOf(one) as Link; // the class it extends
  }
  return Boolean(one);
}
