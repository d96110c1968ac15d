import type { Wording } from 'sequenzy-contract';
import { expect, it } from 'vitest';
import { allOf } from '../conformance/suite.ts';
import type { CatalogOptions } from '../kinds/products/catalog.ts';
import { openText } from './open-text.ts';

const shout: Wording = ({ option, value }) => `${option.toUpperCase()}!${value ?? ''}`;

const text = [
  'productId,title,price,currency,url,image',
  'tee,Tee,"1,295",USD,/tee,',
  'mug,Mug,5.00,USD,/mug,',
].join('\n');

async function told(options: CatalogOptions = {}) {
  const catalog = await openText(text, options);
  const faults = (await allOf(catalog.records())).flatMap((record) => record.faults);
  await catalog.close();
  return { warnings: catalog.warnings, faults };
}

it('options in faults and warnings are called as programs call them', async () => {
  const { warnings, faults } = await told();
  expect(faults[0]?.message).toContain('or pass decimal for the whole input');
  expect(warnings.join(' ')).toContain('Use storeUrl to complete');
});

it('options in faults and warnings are called as the reader knows them', async () => {
  const { warnings, faults } = await told({ wording: shout });
  expect(faults[0]?.message).toContain('or pass DECIMAL! for the whole input');
  expect(warnings.join(' ')).toContain('Use STOREURL! to complete');
});

it('a fault has the options in its message as data', async () => {
  const { faults } = await told();
  expect(faults[0]?.words).toContainEqual({ option: 'decimal' });
});
