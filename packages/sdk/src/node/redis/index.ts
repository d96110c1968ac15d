export { redisRateLimit, type RedisRateLimitOptions } from './redis-rate-limit.ts';
