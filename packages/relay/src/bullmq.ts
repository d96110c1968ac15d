export {
  openBullMqQueue,
  type BullMqQueue,
  type BullMqQueueOptions,
} from './bullmq/bullmq-queue.ts';
