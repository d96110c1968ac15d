import { expect, it } from 'vitest';
import { fanfare, idOf } from '../../../testing/fanfare.ts';

function withImages() {
  const { sandbox, ask } = fanfare();
  const images = ['https://cdn.example/a.jpg', 'https://cdn.example/b.jpg'];
  const [product] = sandbox.seedProducts([
    { name: 'Mug', url: 'https://shop.example/mug', images },
    { name: 'Cup', url: 'https://shop.example/cup' },
  ]);
  const cup = [...sandbox.products][1];
  const path = `/products/${product?.id ?? ''}/media-assets`;
  const positions = async () => {
    const { body } = await ask('GET', path);
    const placed = body as { position: number; mediaAsset: { publicUrl: string } }[];
    return Object.fromEntries(
      placed.map((one) => [one.mediaAsset.publicUrl.slice(-5, -4), one.position]),
    );
  };
  const placed = product?.productMediaAssets ?? [];
  return { ask, path, positions, placed, cupPath: `/products/${cup?.id ?? ''}/media-assets` };
}

it('adds a new asset at the end or at a position, in the shape of the reference', async () => {
  const { ask, path, positions } = withImages();
  const reply = await ask('POST', path, {
    sourceUrl: 'https://cdn.example/c.jpg',
    altText: 'Side',
  });
  expect(reply).toMatchObject({
    status: 201,
    body: {
      position: 2,
      purpose: null,
      mediaAsset: {
        name: 'c.jpg',
        altText: 'Side',
        publicUrl: 'https://cdn.example/c.jpg',
        sourceUrl: 'https://cdn.example/c.jpg',
        uploadUrl: null,
      },
    },
  });
  await ask('POST', path, { sourceUrl: 'https://cdn.example/d.jpg', position: 9 });
  expect(await positions()).toEqual({ a: 0, b: 1, c: 2, d: 9 });
});

it('adds an asset there is to another product, and not twice to one', async () => {
  const { ask, path, placed, cupPath } = withImages();
  const body = { mediaAssetId: placed[0]?.mediaAssetId };
  expect((await ask('POST', path, body)).status).toBe(409);
  expect(await ask('POST', cupPath, body)).toMatchObject({ status: 201, body });
  expect((await ask('POST', cupPath, { mediaAssetId: 'none' })).status).toBe(404);
  expect((await ask('POST', cupPath, {})).status).toBe(400);
  expect((await ask('POST', cupPath, { sourceUrl: 'x' })).status).toBe(400);
});

it('reorders all of them, or refuses', async () => {
  const { ask, path, placed, positions } = withImages();
  const [a, b] = placed;
  const reply = await ask('PUT', `${path}/reorder`, { mediaAssetIds: [b?.mediaAssetId, a?.id] });
  expect(reply).toMatchObject({ status: 200, body: [{ position: 1 }, { position: 0 }] });
  expect(await positions()).toEqual({ a: 1, b: 0 });
  const again = [b?.id, a?.id, b?.id];
  const twoNames = [b?.id, a?.id, b?.mediaAssetId];
  const refused = [[], [a?.id], [a?.id, a?.id], [a?.id, b?.id, 'none'], again, twoNames];
  for (const mediaAssetIds of refused) {
    expect((await ask('PUT', `${path}/reorder`, { mediaAssetIds })).status).toBe(400);
  }
});

it('updates and removes one by the id of its place or of the asset', async () => {
  const { ask, path, placed, positions } = withImages();
  const [a, b] = placed;
  const changes = { position: 5, altText: 'Front' };
  expect(await ask('PUT', `${path}/${a?.id ?? ''}`, changes)).toMatchObject({
    status: 200,
    body: { position: 5, mediaAsset: { altText: 'Front', name: 'a.jpg' } },
  });
  const gone = await ask('DELETE', `${path}/${b?.mediaAssetId ?? ''}`);
  expect(gone).toMatchObject({ status: 204, body: undefined });
  expect(await positions()).toEqual({ a: 5 });
  expect(await ask('DELETE', `${path}/${b?.id ?? ''}`)).toMatchObject({
    status: 404,
    body: { error: 'Media asset not found' },
  });
  expect(idOf(await ask('PUT', `${path}/${a?.id ?? ''}`, {}))).toBe(a?.id);
});
