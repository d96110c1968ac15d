import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Profiles, type Profile } from './profiles.ts';

it('ends as if the orders had been pushed by time, in whatever order they come', () => {
  const name = fc.constantFrom('tier', 'city', '__proto__', 'constructor', 'toString');
  const attributes = fc.dictionary(name, fc.oneof(fc.nat(9), fc.constant(null)), {
    noNullPrototype: true,
  });
  const text = fc.constantFrom('a', 'b', '', 'zero\0', 'half \ud83d', '😀');
  const said = fc.record(
    { externalId: text, firstName: text, lastName: text, attributes },
    { requiredKeys: [] },
  );
  const orders = fc.uniqueArray(fc.tuple(fc.nat(100), said), { selector: ([time]) => time });
  fc.assert(
    fc.property(orders, (given) => {
      const profiles = new Profiles();
      profiles.keep(3);
      for (const [time, profile] of given) profiles.add(3, time, profile);
      const expected = given
        .toSorted(([one], [other]) => one - other)
        .reduce<Profile>((known, [, { attributes: added, ...fields }]) => {
          const before = Object.entries(known.attributes ?? {});
          const all = Object.fromEntries([...before, ...Object.entries(added ?? {})]);
          return {
            ...known,
            ...fields,
            ...((known.attributes ?? added) ? { attributes: all } : {}),
          };
        }, {});
      expect(profiles.of(3)).toEqual(expected);
    }),
  );
  expect(new Profiles().of(0)).toEqual({});
});
