export type { Delivery, Scheme } from './signatures/scheme.ts';
export { schemes, type PlatformName } from './signatures/schemes.ts';
