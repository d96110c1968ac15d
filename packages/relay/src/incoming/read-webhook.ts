import { isRecord } from 'sequenzy-contract';
import { parseJson, SourceError } from 'sequenzy-sources/webhooks';
import { fieldsOf } from '../platforms/parameters.ts';
import type { Payload, Platform, Reading, ReadingOptions } from '../platforms/platform.ts';
import type { UnreadWebhook } from '../queue/event.ts';

type Parsed = { readonly payload: Payload } | { readonly fault: string };

/** As much of a request as reading it takes. */
export function unreadOf(
  { method, headers }: Request,
  { search }: URL,
  body: string,
  topicHeader: string | undefined,
): UnreadWebhook {
  const topic = topicHeader === undefined ? null : headers.get(topicHeader);
  return {
    method,
    contentType: headers.get('content-type') ?? '',
    ...(topic !== null && { topic }),
    query: search.slice(1),
    body,
  };
}

/** Takes a webhook apart by its method and its content type. */
export function parseWebhook(
  webhook: UnreadWebhook,
  { names }: Pick<ReadingOptions, 'names'>,
): Parsed {
  const { method, body, query, topic } = webhook;
  if (method !== 'GET' && isJson(webhook)) {
    try {
      return { payload: { value: parseJson(body), topic } };
    } catch {
      return { fault: 'the body is not JSON' };
    }
  }
  const value = fieldsOf(new URLSearchParams(method === 'GET' ? query : body), names);
  if (value === undefined) return { fault: 'a parameter is both a list and a text' };
  // Where no parameter is part of one, products are in product1_name and so on, or not known.
  return { payload: { value: { items: {}, ...value }, topic } };
}

function isJson({ contentType, body }: UnreadWebhook): boolean {
  return /\bjson\b/i.test(contentType) || /^\s*[[{]/.test(body);
}

/** What a webhook comes to. Whatever goes wrong is a reason for somebody to look at it. */
export function readWebhook(
  platform: Platform,
  payload: Payload,
  options: ReadingOptions,
): Reading {
  try {
    if (options.mapOrder === undefined) return platform.read(payload, options);
    const order = options.mapOrder(payload.value, payload.topic);
    if (order === undefined) return { kind: 'nothing', reason: 'mapOrder found no order' };
    return isRecord(order)
      ? { kind: 'order', order, facts: {} }
      : { kind: 'unreadable', reason: 'mapOrder returned something that is not an order' };
  } catch (error) {
    const reason = error instanceof SourceError ? error.message : 'reading it failed';
    return { kind: 'unreadable', reason };
  }
}

/** A reason without values of the webhook, which may be somebody's. */
export function withoutValues(reason: string): string {
  return reason.replace(/"[^"]*"/g, '"…"');
}
