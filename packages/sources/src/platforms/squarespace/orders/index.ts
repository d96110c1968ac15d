import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { about } from './about.ts';
import { table } from './map.ts';

/** The order export of Squarespace's Commerce panel. */
export const squarespace = defineOrderSource({
  name: 'squarespace',
  label: 'Squarespace order export',
  about,
  marksPending: true,
  marksTests: false,
  needsCatalog: true,
  table,
});
