import type { Product, Variant } from 'sequenzy-contract';
import { describedBy, picturedBy } from '../../../kinds/products/described.ts';
import type { Mapped, Settings } from '../../../kinds/products/source.ts';
import { priced, pricesOf, refuseRepeatedIds, stockOf } from '../../../kinds/products/variants.ts';
import { CellReader } from '../../../table/cells.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { paramNamed, type Field } from './columns.ts';
import { readOffer, type Offer } from './offer.ts';

/** Offers of one group are one product; an offer without group is one by itself. */
export function keyOf(row: Row<Field>): string | undefined {
  if (row.get('groupId') !== '') return `group ${row.get('groupId')}`;
  return row.get('id') === '' ? undefined : `offer ${row.get('id')}`;
}

export function mapRows(rows: Rows<Field>, settings: Settings): Mapped {
  const reader = new CellReader(settings);
  const [row] = rows;
  const offers = rows.map((one) => readOffer(one, reader));
  refuseRepeatedIds(offers, 'id', reader);
  refuseCurrencies(offers, reader);
  const isGroup = row.get('groupId') !== '';
  const first = offers[0];
  const productId = isGroup ? reader.id(row, 'groupId') : first?.id;
  const product = {
    productId: productId ?? '',
    title: first?.title ?? '',
    ...describedBy(row, 'description', settings),
    ...picturedBy(pictureOf(row), row, 'picture', settings),
    ...(row.get('url') !== '' && { url: row.get('url') }),
    ...(isGroup ? ofGroup(offers, row) : ofOffer(first, row)),
  };
  return {
    key: productId === '' ? undefined : productId,
    product,
    faults: reader.faults,
    variants: isGroup ? offers.length : 0,
  };
}

function ofOffer(offer: Offer | undefined, row: Row<Field>): Partial<Product> {
  if (offer === undefined) return {};
  return {
    ...priced(offer.price, offer.currency, row.has('oldPrice')),
    ...(offer.inStock !== undefined && { inStock: offer.inStock }),
  };
}

function ofGroup(offers: readonly Offer[], row: Row<Field>): Partial<Product> {
  const params = offers.map((offer) => new Map(offer.row.family(paramNamed)));
  const names = [...new Set(params.flatMap((one) => [...one.keys()]))];
  // What all offers of a group have in common is no choice.
  const chosen = names.filter((name) => new Set(params.map((one) => one.get(name))).size > 1);
  const variants = offers.map((offer) => variantOf(offer, chosen));
  return {
    ...pricesOf(variants, offers[0]?.currency, row.has('oldPrice')),
    ...stockOf(variants, true),
  };
}

function variantOf(offer: Offer, chosen: readonly string[]): Variant {
  const { row, id, title, price, inStock, quantity } = offer;
  const params = new Map(row.family(paramNamed));
  const options = chosen.flatMap((name) => {
    const value = params.get(name);
    return value === undefined ? [] : [{ name, value }];
  });
  const imageUrl = pictureOf(row);
  return {
    variantId: id,
    title: options.map(({ value }) => value).join(' / ') || title,
    ...price,
    ...(imageUrl !== '' && { imageUrl }),
    ...(inStock !== undefined && { inStock }),
    ...(quantity !== undefined && { inventoryQuantity: quantity }),
    options,
  };
}

/** The first of several, which stand in one cell. */
function pictureOf(row: Row<Field>): string {
  return row.get('picture').split(/,(?=https?:)/)[0] ?? '';
}

/** A product has one currency. */
function refuseCurrencies(offers: readonly Offer[], reader: CellReader): void {
  const first = offers[0]?.currency;
  for (const { row, currency } of offers) {
    if (currency === undefined || first === undefined || currency === first) continue;
    const message = `is not ${first}, as that of the first offer of the group`;
    reader.faults.push(row.fault('currency', message));
  }
}
