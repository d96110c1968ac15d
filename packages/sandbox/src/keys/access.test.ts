import { readAccount } from 'sequenzy-contract';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../commerce/sandbox.ts';
import { call, upsert } from '../testing/call.ts';

const keys = [
  'seq_live_sandbox',
  { key: 'reader', scopes: ['account:read', 'products:read'] },
  { key: 'personal', companies: ['a', 'b'] },
] as const;

describe('access', () => {
  it('answers 401 to any other key, in the documented shape', async () => {
    for (const authorization of ['', 'Bearer other', 'Basic seq_live_sandbox']) {
      const reply = await call(createSandbox(), 'GET', '/account', undefined, { authorization });
      expect(reply).toMatchObject({
        status: 401,
        body: { success: false, error: { code: 'unauthorized', message: 'Invalid API key' } },
      });
      expect(Object.keys(reply.body)).toEqual(
        expect.arrayContaining(['title', 'description', 'resolution', 'docsUrl']),
      );
    }
  });

  it('answers 403 with the missing scope and does nothing', async () => {
    const sandbox = createSandbox({ apiKey: keys });
    const authorization = 'Bearer reader';
    const reply = await call(
      sandbox,
      'POST',
      '/products',
      { products: [{ productId: 'p', title: 'P' }] },
      { authorization },
    );
    expect(reply).toMatchObject({
      status: 403,
      body: { error: { message: 'API key is missing required scope: products:write' } },
    });
    expect((await call(sandbox, 'GET', '/products', undefined, { authorization })).status).toBe(
      200,
    );
    expect(sandbox.products.size).toBe(0);
  });

  it('keeps companies apart and answers 403 to one that is not the key’s', async () => {
    const sandbox = createSandbox({ apiKey: keys });
    const products = [{ productId: 'p', title: 'P' }];
    const inB = { authorization: 'Bearer personal', 'x-company-id': 'b' };
    await call(sandbox, 'POST', '/products', { products }, inB);
    expect(sandbox.company('b').products.size).toBe(1);
    expect(sandbox.company('a').products.size).toBe(0);
    expect(
      (await call(sandbox, 'GET', '/products', undefined, { 'x-company-id': 'b' })).status,
    ).toBe(403);
  });

  it('shows the account without the key', async () => {
    const sandbox = createSandbox({ apiKey: keys });
    const reply = await call(sandbox, 'GET', '/account', undefined, {
      authorization: 'Bearer personal',
      'x-company-id': 'b',
    });
    expect(readAccount(reply.body)).toMatchObject({
      companies: [{ id: 'a' }, { id: 'b' }],
      currentCompanyId: 'b',
      apiKeyPermissions: { fullAccess: true, activeKey: { type: 'personal' } },
    });
    const limited = await call(sandbox, 'GET', '/account', undefined, {
      authorization: 'Bearer reader',
    });
    expect(limited.body['apiKeyPermissions']).toMatchObject({
      fullAccess: false,
      scopes: ['account:read', 'products:read'],
    });
    expect(JSON.stringify([limited.body, sandbox.requests])).not.toContain('Bearer');
    expect(JSON.stringify(limited.body)).not.toContain('"reader"');
  });

  it('answers 404 to an unknown path, 405 with the allowed methods to a wrong one', async () => {
    const sandbox = createSandbox();
    for (const path of ['/nothing', '/products/', '/products/a/b']) {
      expect((await call(sandbox, 'GET', path)).status).toBe(404);
    }
    const reply = await call(sandbox, 'PUT', '/products');
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('POST, GET');
    expect((await call(sandbox, 'GET', '/products/%E0%A4%A')).status).toBe(400);
  });

  it('resets to the first day', async () => {
    const sandbox = createSandbox();
    const first = await upsert(sandbox, { productId: 'p', title: 'P' });
    sandbox.reset();
    expect([sandbox.products.size, sandbox.requests.length]).toEqual([0, 0]);
    const again = await upsert(sandbox, { productId: 'p', title: 'P' });
    expect(again.body['products']).toMatchObject([
      { id: (first.body['products'] as { id: string }[])[0]?.id },
    ]);
  });
});
