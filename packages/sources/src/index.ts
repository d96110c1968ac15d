export { parseMoney, type Fault, type Order, type Product, type Variant } from 'sequenzy-contract';
export type {
  Catalog,
  CatalogOptions,
  CatalogRecord,
  FaultyRecord,
  PreparedProducts,
} from './kinds/products/catalog.ts';
export { checkConformance, checkOrderConformance } from './open/conformance.ts';
export type { Customers, CustomersOptions } from './kinds/customers/customers.ts';
export { readCustomers } from './open/customers.ts';
export {
  describeSource,
  type Describable,
  type SourceDescription,
} from './open/describe-source.ts';
export { SourceError, type SourceErrorCode } from './faults/source-error.ts';
export type { RemoteOptions, Validators } from './input/remote-options.ts';
export type { Recognition } from './reading/recognition.ts';
export type { Finding, FindingKind } from './inspection/checks/check.ts';
export type { Inspection, OrdersInspection, TableInspection } from './inspection/inspection.ts';
export { inspectCatalog } from './open/inspect-catalog.ts';
export { inspectOrders } from './open/inspect-orders.ts';
export { openCatalog } from './open/catalog.ts';
export { noProduct } from './kinds/products/catalog.ts';
export { openOrders } from './open/orders.ts';
export type { OrderRecord, Orders, OrdersOptions } from './kinds/orders/orders.ts';
export { neverSentReason, type OrderFacts } from './kinds/orders/source.ts';
export type { TotalsRule } from './kinds/orders/source.ts';
export type { Original, OriginalDocument, OriginalRows } from './reading/original.ts';
export { listOrderSources } from './open/order-registry.ts';
export {
  defineOrderSource,
  type MappedOrder,
  type OrderSettings,
  type OrderSource,
} from './kinds/orders/source.ts';
export type { RecordFault } from './faults/record-fault.ts';
export { listSources } from './open/product-registry.ts';
export { openStock } from './open/stock.ts';
export { listStockSources } from './open/stock-registry.ts';
export type { StockCounts, StockFeed, StockLevel, StockRecord } from './kinds/stock/stock.ts';
export { refuseUnreadable } from './input/bytes.ts';
export { nearestTo } from './text/nearest.ts';
export { CellReader } from './table/cells.ts';
export type { Columns } from './table/columns.ts';
export { Row, type Rows } from './table/row.ts';
export { parseInstant } from './time/instant.ts';
export { defineSource, type Mapped, type Settings, type Source } from './kinds/products/source.ts';
export type { Documents, Fields } from './documents/document.ts';
export { MappingNeeded } from './reading/home-made.ts';
export { changesOf } from './mapping/language/changes.ts';
export { checkMapping } from './mapping/language/check.ts';
export type { Mapping } from './mapping/language/mapping.ts';
export type { Proposal, ProposedColumn } from './mapping/propose/proposal.ts';
