import { tempFolder } from 'sequenzy-testkit';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allOf } from '../conformance/suite.ts';
import { openCatalog } from './catalog.ts';
import { writtenTo } from './forms/form.ts';
import { expectPrepared } from './forms/prepared.ts';
import { productForms } from './forms/products.ts';

it('every form is handed to the SDK as it is read', async () => {
  const folder = await tempFolder();
  for (const { name, files, options } of productForms) {
    const catalog = await openCatalog(await writtenTo(folder, [...files]), options);
    await expectPrepared(catalog, name);
    await catalog.close();
  }
});

/** Which products are asked about, where all that are asked about are known; and the ids of those that are given. */
async function askedAndGiven(text: string): Promise<{ asked: number; given: unknown }> {
  const file = join(await tempFolder(), 'products.csv');
  await writeFile(file, text);
  const catalog = await openCatalog([file], { currency: 'USD' });
  await expectPrepared(catalog, file);
  let asked = 0;
  const isKnown = (): boolean => {
    asked += 1;
    return true;
  };
  const given = catalog.prepared && (await allOf(catalog.prepared.open(isKnown)));
  await catalog.close();
  return { asked, given: given?.flat().map(({ key }) => key) };
}

it('what is known is not given, but every record of an id that several have', async () => {
  const rows = ['a,A,1.00', 'b,B,2.00', 'a,C,3.00', 'c,,4.00', 'd,D,5.00'];
  const text = `productId,title,price\n${rows.join('\n')}\n`;
  expect(await askedAndGiven(text)).toEqual({ asked: 2, given: ['a', 'a', 'c'] });
});

const shopify = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n';

it('a product whose variant ids depend on a SKU that comes twice is given, the others are asked about', async () => {
  const rows = ['tee,Tee,Size,S,one,1.00', 'cap,Cap,Size,S,two,1.00', 'hat,Hat,Size,S,one,1.00'];
  expect(await askedAndGiven(`${shopify}${rows.join('\n')}\n`)).toEqual({
    asked: 1,
    given: ['tee', 'hat'],
  });
});

it('so is one with that SKU on two of its own variants', async () => {
  const rows = ['tee,Tee,Size,S,one,1.00', 'tee,,,M,one,1.00', 'cap,Cap,Size,S,two,1.00'];
  expect(await askedAndGiven(`${shopify}${rows.join('\n')}\n`)).toEqual({
    asked: 1,
    given: ['tee'],
  });
});
