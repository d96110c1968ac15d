import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../catalog.ts';
import { allOf } from '../../conformance/suite.ts';
import { openOrders } from '../orders.ts';
import { writtenTo, type Form } from './form.ts';
import { orderForms } from './orders.ts';
import { productFiles } from './products.ts';

/** What each platform's files are read as, word for word: a change of it is seen in the golden file beside them. */
describe('the fixtures', () => {
  it.each(productFiles.map((form) => [form.name, form] as const))(
    'of %s are read as they always have been',
    async (_, form) => {
      const catalog = await openCatalog(await written(form), form.options);
      const records = await allOf(catalog.records());
      const read = records.map(({ line, product, faults }) => ({ line, product, faults }));
      await expectGolden('products', form, {
        source: catalog.source.name,
        counts: catalog.counts,
        warnings: catalog.warnings,
        records: read,
      });
      await catalog.close();
    },
  );

  it.each(orderForms.map((form) => [form.name, form] as const))(
    'of orders of %s are read as they always have been',
    async (_, form) => {
      const orders = await openOrders(await written(form), form.options);
      const records = await allOf(orders.records());
      const read = records.map(({ line, order, faults }) => ({ line, order, faults }));
      await expectGolden('orders', form, {
        source: orders.source.name,
        counts: orders.counts,
        warnings: orders.warnings,
        records: read,
      });
      await orders.close();
    },
  );
});

async function written({ files }: Form<unknown>): Promise<string[]> {
  return writtenTo(await tempFolder(), files);
}

async function expectGolden(kind: string, form: Form<unknown>, read: object): Promise<void> {
  const [file] = form.files;
  const golden = `../../platforms/${form.platform}/${kind}/fixtures/golden/${file?.name ?? ''}.json`;
  await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(golden);
}
