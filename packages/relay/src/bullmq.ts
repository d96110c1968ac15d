export type { BullMqQueue } from './bullmq/bullmq-queue.ts';
export {
  eraseFromRedis,
  type ErasedFromRedis,
  type EraseFromRedisOptions,
} from './bullmq/erase-from-redis.ts';
export { openBullMqQueue, type BullMqQueueOptions } from './bullmq/open-bullmq-queue.ts';
export { openRedisMemory, type RedisMemoryOptions } from './bullmq/open-redis-memory.ts';
export { RedisOwnerError } from './bullmq/redis-memory.ts';
