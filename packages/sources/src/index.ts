export {
  currencyExponent,
  formatMoney,
  parseMoney,
  type Fault,
  type MoneyResult,
  type Product,
  type Variant,
} from 'sequenzy-contract';
export type {
  Catalog,
  CatalogCounts,
  CatalogOptions,
  CatalogRecord,
  Original,
  OriginalDocument,
  OriginalRows,
  RecordFault,
  SkippedProducts,
} from './catalog.ts';
export { SourceError, type SourceErrorCode, type SourceErrorDetails } from './errors.ts';
export { openCatalog } from './open.ts';
