import type { Browsing } from './browsing.ts';

const browsings = new WeakMap<object, Browsing>();

/** Lets a dashboard look into a sandbox, without a place for it on the sandbox's face. */
export function letBrowse(sandbox: object, browsing: Browsing): void {
  browsings.set(sandbox, browsing);
}

/** @throws {TypeError} for what `createSandbox` has not made. */
export function browsingOf(sandbox: object): Browsing {
  const browsing = browsings.get(sandbox);
  if (browsing === undefined) throw new TypeError('A dashboard is of a sandbox from createSandbox');
  return browsing;
}
