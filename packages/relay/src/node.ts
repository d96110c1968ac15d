export {
  deadLettersIn,
  openEmbeddedQueue,
  type EmbeddedQueueOptions,
} from './embedded/embedded-queue.ts';
export { eraseFromQueue } from './embedded/erase-from-queue.ts';
export { QueueError } from './embedded/queue-error.ts';
export type { QuotaUsed } from './serving/metrics.ts';
export { nodeListener } from './serving/node-listener.ts';
export { serveRelay, type RelayServer, type ServeOptions } from './serving/serve-relay.ts';
