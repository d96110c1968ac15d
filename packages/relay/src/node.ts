export {
  deadLettersIn,
  openEmbeddedQueue,
  type EmbeddedQueueOptions,
} from './embedded/embedded-queue.ts';
