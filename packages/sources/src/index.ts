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
  SkippedProducts,
} from './kinds/products/catalog.ts';
export { checkConformance, checkOrderConformance } from './open/conformance.ts';
export type { Customers, CustomersCounts, CustomersOptions } from './kinds/customers/customers.ts';
export { readCustomers } from './open/customers.ts';
export {
  describeSource,
  type Describable,
  type SourceDescription,
} from './open/describe-source.ts';
export {
  SourceError,
  type SourceErrorCode,
  type SourceErrorDetails,
} from './faults/source-error.ts';
export type { RemoteOptions, Validators } from './input/remote-options.ts';
export type { InputOptions } from './input/input-options.ts';
export type { Recognition } from './reading/recognition.ts';
export type { Finding, FindingKind } from './inspection/checks/check.ts';
export type { ExaminedRow } from './inspection/examined.ts';
export type { Inspection, OrdersInspection, TableInspection } from './inspection/inspection.ts';
export { inspectCatalog } from './open/inspect-catalog.ts';
export { inspectOrders } from './open/inspect-orders.ts';
export { parseJson } from './containers/json/parse.ts';
export { openCatalog } from './open/catalog.ts';
export { noProduct } from './kinds/products/catalog.ts';
export { openOrders } from './open/orders.ts';
export type {
  OrderRecord,
  Orders,
  OrdersCounts,
  OrdersOptions,
  SkippedOrders,
} from './kinds/orders/orders.ts';
export { neverSentReason, type OrderFacts } from './kinds/orders/order-facts.ts';
export type { StatedTotals } from './kinds/orders/totals.ts';
export type { TotalsRule } from './kinds/orders/totals.ts';
export type { Original, OriginalDocument, OriginalRow, OriginalRows } from './reading/original.ts';
export type { OrderMapping } from './kinds/orders/mapping.ts';
export { mapCheckoutChampOrder } from './platforms/checkoutchamp/orders/map.ts';
export { mapShopifyOrder } from './platforms/shopify/orders/map.ts';
export { mapStickyIoOrder } from './platforms/stickyio/orders/map.ts';
export { mapWooCommerceOrder } from './platforms/woocommerce/orders/map.ts';
export { listOrderSources } from './open/order-registry.ts';
export type { MappingOptions } from './kinds/orders/settings.ts';
export {
  defineOrderSource,
  type MappedOrder,
  type OrderSettings,
  type OrderSource,
} from './kinds/orders/source.ts';
export type { RecordFault } from './faults/record-fault.ts';
export { listSources } from './open/product-registry.ts';
export {
  type DocumentReader,
  type Format,
  type MappedRecord,
  type Paging,
  type TableReader,
} from './reading/format.ts';
export { openStock } from './open/stock.ts';
export { listStockSources } from './open/stock-registry.ts';
export type { StockCounts, StockFeed, StockLevel, StockRecord } from './kinds/stock/stock.ts';
export { nearestTo } from './text/nearest.ts';
export { CellReader } from './table/cells.ts';
export type { Columns } from './table/columns.ts';
export type { Layout } from './table/header.ts';
export { Row, type Rows } from './table/row.ts';
export type { DateFormat } from './time/calendar.ts';
export { parseInstant, type InstantOptions, type InstantResult } from './time/instant.ts';
export type { ConformanceSample, OrderConformanceSample } from './conformance/sample.ts';
export { defineSource, type Mapped, type Settings, type Source } from './kinds/products/source.ts';
export type { Documents, Fields, InputDocument } from './documents/document.ts';
export { MappingNeeded } from './reading/home-made.ts';
export { checkMapping, type CheckedMapping } from './mapping/language/check.ts';
export type { Mapping } from './mapping/language/mapping.ts';
export type { Problem, Proposal, ProposedColumn } from './mapping/propose/proposal.ts';
