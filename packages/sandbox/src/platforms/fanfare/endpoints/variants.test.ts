import { describe, expect, it } from 'vitest';
import { fanfare, idOf } from '../../../testing/fanfare.ts';
import type { FanfareOptions } from '../options.ts';

/** A product with a required, restricted size and a free colour. */
async function prepared(options: FanfareOptions = {}) {
  const { sandbox, ask } = fanfare(options);
  const [product] = sandbox.seedProducts([{ name: 'Tee', url: 'https://shop.example/tee' }]);
  const path = `/products/${product?.id ?? ''}`;
  const initialValues = [{ value: 's', displayValue: 'Small' }];
  const size = await ask('POST', '/variant-options', {
    name: 'Size',
    displayName: 'Size',
    initialValues,
    isRestricted: true,
  });
  const colour = await ask('POST', '/variant-options', { name: 'Colour', displayName: 'Colour' });
  const [sizeId, colourId] = [idOf(size), idOf(colour)];
  const assigned = await ask('POST', `${path}/variant-options`, {
    options: [{ optionId: sizeId, required: true }, { optionId: colourId }],
  });
  return { sandbox, ask, path, sizeId, colourId, assigned };
}

describe('variant options', () => {
  it('are assigned with their values', async () => {
    const { assigned, sizeId, colourId, ask, path } = await prepared();
    expect(assigned).toMatchObject({
      status: 200,
      body: {
        assignments: [
          {
            optionId: sizeId,
            required: true,
            sortOrder: 0,
            option: { id: sizeId, name: 'Size', isRestricted: true },
            values: [{ value: 's', displayValue: 'Small', isCentrallyManaged: true }],
          },
          { optionId: colourId, required: false, sortOrder: 1, values: [] },
        ],
      },
    });
    await ask('POST', `${path}/variant-options`, {
      options: [{ optionId: colourId, sortOrder: -1 }],
    });
    expect((await ask('GET', `${path}/variant-options`)).body).toMatchObject({
      assignments: [{ optionId: colourId }, { optionId: sizeId, required: true }],
    });
    const unknown = { options: [{ optionId: 'none' }] };
    expect((await ask('POST', `${path}/variant-options`, unknown)).status).toBe(404);
  });

  it('cannot be removed while variants exist', async () => {
    const { ask, path, sizeId, colourId } = await prepared();
    const options = [{ optionId: sizeId, value: 's' }];
    const variant = idOf(await ask('POST', `${path}/variants`, { sku: 'T', options }));
    expect(await ask('DELETE', `${path}/variant-options/${colourId}`)).toMatchObject({
      status: 409,
      body: { error: 'Cannot remove: variants exist' },
    });
    await ask('DELETE', `${path}/variants/${variant}`);
    expect((await ask('DELETE', `${path}/variant-options/${colourId}`)).status).toBe(204);
    expect((await ask('DELETE', `${path}/variant-options/${colourId}`)).status).toBe(404);
  });
});

describe('variants', () => {
  it('keep price, stock and options as they were sent', async () => {
    const { ask, path, sizeId, colourId } = await prepared();
    const options = [
      { optionId: sizeId, value: 's' },
      { optionId: colourId, value: 'Red' },
    ];
    const body = {
      sku: 'T-S',
      price: '139.90',
      currencyCode: 'EUR',
      inventoryQuantity: 3,
      options,
    };
    const reply = await ask('POST', `${path}/variants`, body);
    expect(reply).toMatchObject({
      status: 201,
      body: {
        ...body,
        inventoryPolicy: 'limited',
        options: [
          { optionId: sizeId, optionName: 'Size', value: 's' },
          { optionId: colourId, optionName: 'Colour', value: 'Red' },
        ],
      },
    });
    expect((await ask('GET', `${path}/variants`)).body).toEqual([reply.body]);
  });

  it('are changed field by field and deleted', async () => {
    const { ask, path, sizeId, sandbox } = await prepared();
    const options = [{ optionId: sizeId, value: 's' }];
    const variants = `${path}/variants`;
    const id = idOf(await ask('POST', variants, { sku: 'T', price: '5', options }));
    const changed = await ask('PUT', `${variants}/${id}`, {
      inventoryPolicy: 'limited',
      price: null,
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { sku: 'T', price: null, inventoryPolicy: 'limited', options: [{ value: 's' }] },
    });
    const [product] = [...sandbox.products];
    expect(product?.variants).toEqual([changed.body]);
    expect((await ask('DELETE', `${variants}/${id}`)).status).toBe(204);
    expect(await ask('DELETE', `${variants}/${id}`)).toMatchObject({
      status: 404,
      body: { error: 'Variant not found' },
    });
  });

  it('stand under the names that were asked for', async () => {
    const names = { quantity: 'stock', inventoryPolicy: 'policy', currency: 'currency' };
    const { ask, path, sizeId } = await prepared({ names });
    const given = { sku: 'T', stock: 0, policy: 'open', currency: 'JPY' };
    const options = [{ optionId: sizeId, value: 's' }];
    const reply = await ask('POST', `${path}/variants`, {
      ...given,
      options,
      inventoryQuantity: 9,
    });
    expect(reply.body).toMatchObject(given);
    expect(reply.body).not.toHaveProperty('inventoryQuantity');
    expect(await ask('POST', `${path}/variants`, { ...given, stock: -1 })).toMatchObject({
      status: 400,
      body: { details: [{ field: 'stock' }] },
    });
  });

  it.each([
    [{ sku: undefined }, 'sku'],
    [{ price: 139.9 }, 'price'],
    [{ price: '1,5' }, 'price'],
    [{ inventoryPolicy: 'deny' }, 'inventoryPolicy'],
    [{ inventoryQuantity: 1.5 }, 'inventoryQuantity'],
    [{ currencyCode: '€' }, 'currencyCode'],
    [{ options: [] }, 'options'],
    [{ options: [{ optionId: 'none', value: 's' }] }, 'options'],
  ])('are refused for %o', async (fault, field) => {
    const { ask, path, sizeId } = await prepared();
    const body = { sku: 'T', options: [{ optionId: sizeId, value: 's' }], ...fault };
    expect(await ask('POST', `${path}/variants`, body)).toMatchObject({
      status: 400,
      body: { error: 'Validation failed', details: [{ field }] },
    });
  });

  it('take no new value of a restricted option', async () => {
    const { ask, path, sizeId } = await prepared();
    const options = [{ optionId: sizeId, value: 'xxl' }];
    expect((await ask('POST', `${path}/variants`, { sku: 'T', options })).status).toBe(400);
  });
});
