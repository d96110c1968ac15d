import { answer, scriptedFetch } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { SequenzyCommerce } from '../client/client.ts';

const attributes = { ltv: 19.99, ordersCount: 2 };

describe('a subscriber', () => {
  it.each([
    { success: true, subscriber: { email: 'ada@example.com', attributes } },
    { success: true, subscriber: { email: 'ada@example.com', customAttributes: attributes } },
    { email: 'ada@example.com', customAttributes: attributes },
    { success: true, data: { email: 'ada@example.com', attributes } },
    { success: true, data: { subscriber: { email: 'ada@example.com', attributes } } },
  ])('is found in a reply of any known shape: %j', async (body) => {
    const { fetch, requests } = scriptedFetch(answer(200, body));
    const client = new SequenzyCommerce({ apiKey: 'k', fetch });
    expect(await client.subscribers.get('Ada+1@example.com')).toMatchObject({
      email: 'ada@example.com',
      attributes,
      customAttributes: attributes,
    });
    expect(requests[0]?.request.url).toMatch(/\/subscribers\/Ada%2B1%40example\.com$/);
  });

  it('that is not there is a typed error', async () => {
    const { fetch } = scriptedFetch(answer(404, { success: false, error: 'Subscriber not found' }));
    const client = new SequenzyCommerce({ apiKey: 'k', fetch });
    await expect(client.subscribers.get('x@example.com')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it.each([
    answer(403, { success: false, error: 'no permission' }),
    answer(200, null),
    new Response(null, { status: 302, headers: { location: 'https://other.example/x' } }),
  ])('has an address that no message and no log line repeats', async (given) => {
    const { fetch } = scriptedFetch(given);
    const lines: string[] = [];
    const client = new SequenzyCommerce({
      apiKey: 'k',
      fetch,
      logger: { debug: (line) => lines.push(line) },
      hooks: { onRequest: ({ path }) => lines.push(path) },
    });
    const error: unknown = await client.subscribers
      .get('x@example.com')
      .catch((cause: unknown) => cause);
    expect(error).toMatchObject({ path: '/api/v1/subscribers/[email]' });
    expect(`${String(error)} ${lines.join()}`).not.toMatch(/x(@|%40)example/);
    expect(lines[0]).toBe('/api/v1/subscribers/[email]');
  });
});
