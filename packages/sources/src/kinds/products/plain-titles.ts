import type { Product } from 'sequenzy-contract';
import type { Mapped, Settings } from './source.ts';
import { plainTitle } from '../../text/plain-title.ts';

/** The same mapping, with HTML in titles and options resolved: shop systems store them with entities. Ids stay. */
export function plainTitles<Items>(
  map: (items: Items, settings: Settings) => Mapped,
): (items: Items, settings: Settings) => Mapped {
  return (items, settings) => {
    const mapped = map(items, settings);
    return { ...mapped, product: withPlainTitles(mapped.product) };
  };
}

/** What a source makes has the API's shape as far as it could be read. */
export function withPlainTitles(product: Partial<Product>): Partial<Product> {
  const { title, variants } = product;
  return {
    ...product,
    ...(title !== undefined && { title: plainTitle(title) }),
    ...(variants !== undefined && {
      variants: variants.map((variant) => ({
        ...variant,
        title: plainTitle(variant.title),
        ...(variant.options !== undefined && { options: variant.options.map(plainOption) }),
      })),
    }),
  };
}

function plainOption<Option extends { readonly name: string; readonly value: string }>(
  option: Option,
): Option {
  return { ...option, name: plainTitle(option.name), value: plainTitle(option.value) };
}
