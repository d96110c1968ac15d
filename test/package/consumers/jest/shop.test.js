const { SequenzyCommerce, SequenzyNotFoundError } = require('sequenzy-commerce');
const { backfill } = require('sequenzy-commerce/backfill');
const { createSandbox } = require('sequenzy-sandbox');

test('a product arrives', async () => {
  const sandbox = createSandbox();
  const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch: sandbox.fetch });
  await sequenzy.products.upsert([{ productId: 'tee', title: 'Tee' }]);
  expect(await sequenzy.products.get('tee')).toMatchObject({ title: 'Tee' });
  await expect(sequenzy.products.get('none')).rejects.toThrow(SequenzyNotFoundError);
  expect(backfill).toBeInstanceOf(Function);
});
