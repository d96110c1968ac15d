import { Dictionary } from '../dictionary.ts';
import { ids } from './ids.ts';
import { options } from './options.ts';
import { prices } from './prices.ts';
import { stock } from './stock.ts';
import { texts } from './texts.ts';

const entries = [...ids, ...texts, ...prices, ...stock, ...options];

/** What a column of products can be. */
export type ProductRole = (typeof entries)[number]['role'];

export const productDictionary = new Dictionary<ProductRole>(entries);
