import { Dictionary } from '../dictionary.ts';
import { customers } from './customers.ts';
import { lines } from './lines.ts';
import { sales } from './sales.ts';

const entries = [...sales, ...customers, ...lines];

/** What a column of orders can be. */
export type OrderRole = (typeof entries)[number]['role'];

export const orderDictionary = new Dictionary<OrderRole>(entries);
