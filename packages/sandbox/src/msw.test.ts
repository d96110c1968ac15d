import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sandboxHandlers } from './msw.ts';
import { createSandbox } from './commerce/sandbox.ts';

const sandbox = createSandbox();
const server = setupServer(...sandboxHandlers(sandbox, 'https://api.sequenzy.com'));

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  sandbox.reset();
});
afterAll(() => {
  server.close();
});

function post(init: RequestInit = {}) {
  return fetch('https://api.sequenzy.com/api/v1/products', {
    method: 'POST',
    headers: { authorization: 'Bearer seq_live_sandbox' },
    body: JSON.stringify({ products: [{ productId: 'mug', title: 'Mug' }] }),
    ...init,
  });
}

it('answers what the code under test fetches', async () => {
  expect((await post()).status).toBe(200);
  expect(sandbox.products.get('mug')?.title).toBe('Mug');
});

it('makes a reset a network error', async () => {
  sandbox.faults.add({ do: { kind: 'reset', when: 'after-work' } });
  await expect(post()).rejects.toThrow(TypeError);
  expect(sandbox.products.size).toBe(1);
});

it('hangs until the caller aborts', async () => {
  sandbox.faults.add({ do: { kind: 'hang', when: 'before-work' } });
  await expect(post({ signal: AbortSignal.timeout(30) })).rejects.toMatchObject({
    name: 'TimeoutError',
  });
});

it('breaks off a truncated body', async () => {
  sandbox.faults.add({ do: { kind: 'truncated', bytes: 5 } });
  await expect(post().then((response) => response.text())).rejects.toThrow();
});
