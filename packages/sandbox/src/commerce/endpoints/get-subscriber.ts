import { json } from '../../http/answer.ts';
import { problem } from '../../http/problem.ts';
import { toSubscriber } from '../store/subscribers.ts';
import type { Endpoint } from './endpoint.ts';

/**
 * `GET /subscribers/{email}`, without case: `{ success, subscriber }`.
 * Source: the vendor's PHP SDK (`GetSubscribersResponse`, `DetailedSubscriber`).
 */
export const getSubscriber: Endpoint = {
  method: 'GET',
  path: '/subscribers/{id}',
  scope: 'subscribers:read',
  answer: ({ id, company }) => {
    const record = company.subscribers.find(id);
    if (record === undefined) return problem(404, `Subscriber not found: ${id}`);
    return json(200, { success: true, subscriber: toSubscriber(record) });
  },
};
