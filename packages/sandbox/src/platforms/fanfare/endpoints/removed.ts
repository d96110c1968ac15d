import type { Answer } from '../../../http/answer.ts';

/** Something was removed: 204, as the guide to errors lists it. */
export const removed: Answer = { status: 204, headers: {}, body: '' };
