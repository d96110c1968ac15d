import { createFanfareSandbox, type FanfareSandbox } from '../platforms/fanfare/fanfare-sandbox.ts';
import type { FanfareOptions } from '../platforms/fanfare/options.ts';
import { MovedClock } from './moved-clock.ts';

export interface FanfareReply {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body, `undefined` where there is none; tests know its shape and compare it. */
  readonly body: unknown;
}

/** A sandbox on a clock that stands still, and requests to it with the default key. */
export function fanfare(options: FanfareOptions = {}) {
  const clock = new MovedClock();
  const sandbox = createFanfareSandbox({ clock, ...options });
  return { sandbox, clock, ask: (...request: Request) => ask(sandbox, ...request) };
}

type Request = [method: string, path: string, body?: unknown, headers?: Record<string, string>];

async function ask(
  sandbox: Pick<FanfareSandbox, 'fetch' | 'basePath'>,
  ...[method, path, body, headers = {}]: Request
): Promise<FanfareReply> {
  const response = await sandbox.fetch(`https://admin.fanfare.io${sandbox.basePath}${path}`, {
    method,
    headers: { authorization: 'Bearer sk_live_sandbox', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: parsed };
}

/** The `id` of a reply. */
export function idOf({ body }: FanfareReply): string {
  return (body as { readonly id: string }).id; // a created record always has one
}
