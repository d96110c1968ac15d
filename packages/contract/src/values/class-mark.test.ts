import { describe, expect, it } from 'vitest';
import { classMark, isInstanceOf } from './class-mark.ts';

/** As a package that is loaded twice makes its classes. */
function copy() {
  class Base extends Error {
    static readonly [classMark]: string = 'Base';
    static override [Symbol.hasInstance](value: unknown): boolean {
      return isInstanceOf(this, value);
    }
  }
  class Derived extends Base {
    static override readonly [classMark]: string = 'Derived';
  }
  return { Base, Derived };
}

describe('instanceof of marked classes', () => {
  const [one, other] = [copy(), copy()];

  it('holds for what another copy has made', () => {
    expect(new other.Base()).toBeInstanceOf(one.Base);
    expect(new other.Derived()).toBeInstanceOf(one.Derived);
  });

  it('keeps the order of classes', () => {
    expect(new other.Derived()).toBeInstanceOf(one.Base);
    expect(new other.Base()).not.toBeInstanceOf(one.Derived);
    expect(new one.Base()).not.toBeInstanceOf(one.Derived);
  });

  it('knows the instances of a class that a user has derived, and takes no other for them', () => {
    class Mine extends one.Derived {}
    expect(new Mine()).toBeInstanceOf(Mine);
    expect(new Mine()).toBeInstanceOf(other.Base);
    expect(new one.Derived()).not.toBeInstanceOf(Mine);
    expect(new other.Derived()).not.toBeInstanceOf(Mine);
  });

  it.each([
    undefined,
    null,
    'Base',
    7,
    {},
    new Error('Base'),
    Object.create(null),
    { constructor: 7 },
  ])('refuses %s', (value) => {
    expect(value instanceof one.Base).toBe(false);
  });
});
