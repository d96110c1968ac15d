import type { Endpoint } from './endpoint.ts';
import { getEventSample, getEventSchemas } from './event-schemas.ts';
import { getAccount } from './get-account.ts';
import { getSubscriber } from './get-subscriber.ts';
import { listProducts } from './list-products.ts';
import { deleteProduct, getProduct } from './product.ts';
import { pushOrder } from './push-order.ts';
import { requestBackInStock } from './request-back-in-stock.ts';
import { listSequences, pauseEnrollments, resumeEnrollments } from './sequences.ts';
import { startCheckout } from './start-checkout.ts';
import { bulkEvents, importEvents, recordEvent } from './subscriber-events.ts';
import { getSyncRules, putSyncRules } from './sync-rules.ts';
import { upsertProducts } from './upsert-products.ts';

export const endpoints: readonly Endpoint[] = [
  upsertProducts,
  listProducts,
  getProduct,
  deleteProduct,
  pushOrder,
  startCheckout,
  requestBackInStock,
  getAccount,
  getSubscriber,
  importEvents,
  bulkEvents,
  recordEvent,
  listSequences,
  pauseEnrollments,
  resumeEnrollments,
  getSyncRules,
  putSyncRules,
  getEventSchemas,
  getEventSample,
];
