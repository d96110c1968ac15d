import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';

const offer = (attributes: string, inside: string) => `<offer ${attributes}>${inside}</offer>`;
const feed = (...offers: readonly string[]) =>
  `<?xml version="1.0"?><yml_catalog date="2026-11-02 10:00"><shop><name>S</name><offers>${offers.join('\n')}</offers></shop></yml_catalog>`;
const cheap = '<name>Tea</name><price>90,50</price><currencyId>RUR</currencyId>';

describe('a Yandex feed', () => {
  it('reads attributes, and the obsolete code of the rouble', async () => {
    const [record] = await recordsOf(feed(offer('id="7" available="true"', cheap)), {
      decimal: ',',
    });
    expect(record?.product).toEqual({
      productId: '7',
      title: 'Tea',
      priceCents: 9050,
      currency: 'RUB',
      inStock: true,
    });
  });

  it('is of one product where offers have one group, with the choices that differ', async () => {
    const of = (id: string, size: string) =>
      offer(
        `id="${id}" group_id="g" available="${String(id === '1')}"`,
        `<name>Tee</name><price>${id}0</price><currencyId>BYN</currencyId><param name="Size">${size}</param><param name="Fabric">Linen</param>`,
      );
    const [record] = await recordsOf(feed(of('1', 'S'), of('2', 'M')));
    expect(record?.product).toMatchObject({
      productId: 'g',
      priceCents: 1000,
      currency: 'BYN',
      inStock: true,
      variants: [
        { variantId: '1', title: 'S', inStock: true, options: [{ name: 'Size', value: 'S' }] },
        { variantId: '2', title: 'M', inStock: false, options: [{ name: 'Size', value: 'M' }] },
      ],
    });
  });

  it('has no stock from what is out, and says nothing where the feed says nothing', async () => {
    const stockOf = async (attributes: string, inside = '') => {
      const [record] = await recordsOf(
        feed(
          offer(
            `id="1" ${attributes}`,
            `<name>A</name><price>1</price><currencyId>USD</currencyId>${inside}`,
          ),
        ),
      );
      return record?.product?.inStock;
    };
    expect(await stockOf('')).toBeUndefined();
    expect(await stockOf('available="false"', '<count>4</count>')).toBe(false);
    expect(await stockOf('available="true"', '<count>0</count>')).toBe(false);
    expect(await stockOf('', '<count>2</count>')).toBe(true);
  });

  it('warns of nothing in a usual feed', async () => {
    const catalog = await openText(
      feed(
        offer(
          'id="7" available="true" type="vendor.model"',
          '<model>X</model><vendor>V</vendor><price>5</price><currencyId>USD</currencyId><categoryId>1</categoryId><delivery>true</delivery>',
        ),
      ),
    );
    expect(catalog.warnings).toEqual([]);
    await catalog.close();
  });

  it.each([
    [
      offer('id="1"', '<name>A</name><price>5</price><currencyId>dollars</currencyId>'),
      'expected an ISO 4217 code such as RUB, got "dollars"',
    ],
    [offer('id="1"', '<name>A</name><price></price><currencyId>USD</currencyId>'), 'is required'],
    [
      offer('id="1" group_id="g"', '<name>A</name><price>5</price><currencyId>USD</currencyId>') +
        offer('id="2" group_id="g"', '<name>A</name><price>5</price><currencyId>EUR</currencyId>'),
      'is not USD',
    ],
    [
      offer(
        'id="1" available="maybe"',
        '<name>A</name><price>5</price><currencyId>USD</currencyId>',
      ),
      'expected true, false',
    ],
  ])('refuses %s', async (inside, message) => {
    const [record] = await recordsOf(feed(inside));
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
