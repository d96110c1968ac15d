import { hash64, productSchema } from 'sequenzy-contract';
import { expect } from 'vitest';
import { allOf } from '../../conformance/suite.ts';
import type { Catalog } from '../../kinds/products/catalog.ts';

/** Holds what is handed to the SDK as it lies on the disk against the records that are read from it. */
export async function expectPrepared(catalog: Catalog, which: string): Promise<void> {
  const { prepared } = catalog;
  if (prepared === undefined) throw new Error(`${which}: nothing is prepared`);
  const records = await allOf(catalog.records());
  const asked = new Set<string>();
  const given = await allOf(
    prepared.open((key, fingerprint) => {
      asked.add(JSON.stringify([key, fingerprint]));
      return false;
    }),
  );
  const made = given.flat().map((one) => {
    const { key, file, line, cell, ordinal } = one;
    const place = { key, file, line, ...(cell !== undefined && { cell }), ordinal };
    if (!('text' in one)) return { ...place, faults: one.faults };
    const { text, bytes, fingerprint, isSimple, faults } = one;
    expect(one.read(), which).toEqual(JSON.parse(text));
    return { ...place, faults, text, bytes, fingerprint, isSimple };
  });
  const idsOf = records.flatMap(({ product }) => product?.productId ?? []);
  const wanted = records.map(({ product, ...record }) => {
    if (product === undefined) return record;
    const text = JSON.stringify(productSchema.parse(product));
    const fingerprint = hash64(text);
    const isOnly = idsOf.filter((id) => id === product.productId).length === 1;
    const isAsked = asked.delete(JSON.stringify([hash64(product.productId), fingerprint]));
    if (isAsked) expect(isOnly, which).toBe(true);
    return {
      ...record,
      text,
      bytes: Buffer.byteLength(text),
      fingerprint,
      isSimple: product.variants === undefined,
    };
  });
  expect(made, which).toEqual(wanted);
  expect([...asked], `${which}: what was asked is what is given`).toEqual([]);
  const withoutPage = records.filter(({ product }) => product && (product.url ?? null) === null);
  expect(prepared.withoutPage, which).toBe(withoutPage.length);
}
