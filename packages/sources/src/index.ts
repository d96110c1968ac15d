export {
  currencyExponent,
  formatMoney,
  parseMoney,
  type Fault,
  type MoneyResult,
  type Order,
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
  OriginalRow,
  OriginalRows,
  SkippedProducts,
} from './catalog.ts';
export { checkConformance, type ConformanceSample } from './conformance.ts';
export type { Customers, CustomersCounts, CustomersOptions } from './customers/customers.ts';
export { readCustomers } from './customers/read.ts';
export { describeSource, type Describable, type SourceDescription } from './describe-source.ts';
export { SourceError, type SourceErrorCode, type SourceErrorDetails } from './errors.ts';
export type { RemoteOptions, Validators } from './input/remote-options.ts';
export type { InputOptions } from './input-options.ts';
export type { Recognition } from './reading/recognition.ts';
export type { Finding, FindingKind } from './inspection/finding.ts';
export type { ExaminedRow } from './inspection/examined.ts';
export type { Inspection, OrdersInspection, TableInspection } from './inspection/inspection.ts';
export { inspectCatalog } from './inspection/open.ts';
export { inspectOrders } from './inspection/open-orders.ts';
export { parseJson } from './json/parse.ts';
export { openCatalog } from './open.ts';
export { noProduct } from './product/no-product.ts';
export { openOrders } from './orders/open.ts';
export type {
  OrderRecord,
  Orders,
  OrdersCounts,
  OrdersOptions,
  SkippedOrders,
} from './orders/orders.ts';
export { neverSentReason, type OrderFacts } from './orders/order-facts.ts';
export type { StatedTotals } from './orders/stated-totals.ts';
export type { TotalsRule } from './orders/totals-rule.ts';
export { checkOrderConformance, type OrderConformanceSample } from './orders/conformance.ts';
export type { OrderMapping } from './orders/mapping.ts';
export { mapCheckoutChampOrder } from './orders/platforms/checkoutchamp/map.ts';
export { mapShopifyOrder } from './orders/platforms/shopify/map.ts';
export { mapStickyIoOrder } from './orders/platforms/stickyio/map.ts';
export { mapWooCommerceOrder } from './orders/platforms/woocommerce/map.ts';
export { listOrderSources } from './orders/registry.ts';
export type { MappingOptions } from './orders/settings.ts';
export {
  defineOrderSource,
  type MappedOrder,
  type OrderSettings,
  type OrderSource,
} from './orders/source.ts';
export type { RecordFault } from './record-fault.ts';
export { listSources } from './registry.ts';
export {
  defineSource,
  type About,
  type DocumentReader,
  type Documents,
  type Fields,
  type Format,
  type InputDocument,
  type Mapped,
  type MappedRecord,
  type Paging,
  type Settings,
  type Source,
  type TableReader,
} from './source.ts';
export { openStock } from './stock/open.ts';
export { listStockSources } from './stock/registry.ts';
export type { StockCounts, StockFeed, StockLevel, StockRecord } from './stock/stock.ts';
export { nearestTo } from './text/nearest.ts';
export { CellReader } from './table/cells.ts';
export type { Columns } from './table/columns.ts';
export type { Layout } from './table/header.ts';
export { Row, type Rows } from './table/row.ts';
export type { DateFormat } from './time/calendar.ts';
export { parseInstant, type InstantOptions, type InstantResult } from './time/instant.ts';
