import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../sandbox.ts';
import { call } from '../../testing/call.ts';
import { MovedClock } from '../../testing/moved-clock.ts';
import type { SequenceSeed } from '../store/sequences.ts';

const placed = { type: 'event_received', eventName: 'ecommerce.order_placed' };

function having(...sequences: SequenceSeed[]): Sandbox {
  const sandbox = createSandbox();
  sandbox.seedSequences(sequences);
  return sandbox;
}

function order(sandbox: Sandbox, orderId = 'o1', more: object = {}) {
  const customer = { email: 'ada@example.com' };
  return call(sandbox, 'POST', '/orders', {
    ...{ orderId, totalCents: 500, currency: 'EUR', customer },
    ...more,
  });
}

function enrolled({ enrollments }: Sandbox): string[] {
  return enrollments.map(({ sequence }) => sequence);
}

describe('GET /sequences', () => {
  it('answers all of them without limit and offset, else a page', async () => {
    const sandbox = having(
      ...Array.from({ length: 120 }, (_, at) => ({ name: `S${at}`, trigger: placed })),
    );
    const all = await call(sandbox, 'GET', '/sequences');
    expect(all.body['sequences']).toHaveLength(120);
    expect(all.body['pagination']).toEqual({
      ...{ limit: 120, offset: 0, count: 120, total: 120, hasMore: false },
    });
    const page = await call(sandbox, 'GET', '/sequences?limit=100&offset=100');
    expect(page.body['sequences']).toHaveLength(20);
    expect(page.body['pagination']).toMatchObject({ count: 20, hasMore: false });
    expect((await call(sandbox, 'GET', '/sequences?limit=101')).status).toBe(400);
  });

  it.each([
    ['live', 'active', true],
    ['enrollment_paused', 'active', false],
    ['draft', 'draft', false],
    ['paused', 'paused', false],
    ['archived', 'archived', false],
  ] as const)('%s is %s by its status alone', async (state, status, acceptsNewEnrollments) => {
    const sandbox = having({ name: 'S', trigger: placed, state });
    const { body } = await call(sandbox, 'GET', '/sequences');
    expect(body['sequences']).toMatchObject([
      { status, effectiveStatus: state, acceptsNewEnrollments, triggerConfig: placed },
    ]);
  });
});

describe('an order', () => {
  it('enrols its customer in what starts on it and takes enrolments', async () => {
    const sandbox = having(
      { name: 'Thanks', trigger: placed },
      { name: 'Draft', trigger: placed, state: 'draft' },
      { name: 'Held', trigger: placed, state: 'enrollment_paused' },
      {
        name: 'Refund',
        trigger: { type: 'event_received', eventName: 'ecommerce.order_refunded' },
      },
      { name: 'Tag', trigger: { type: 'tag_added', tagName: 'vip' } },
    );
    await order(sandbox);
    await order(sandbox);
    expect(sandbox.enrollments).toMatchObject([
      { sequence: 'Thanks', email: 'ada@example.com', event: 'ecommerce.order_placed' },
    ]);
  });

  it('does not while enrolment is paused, and what was missed is not replayed', async () => {
    const sandbox = having({ name: 'Thanks', trigger: placed });
    const [{ id } = { id: '' }] = [...sandbox.sequences];
    await call(sandbox, 'POST', `/sequences/${id}/pause-enrollments`);
    const pausedAt = sandbox.sequences.get(id)?.enrollmentsPausedAt;
    await call(sandbox, 'POST', `/sequences/${id}/pause-enrollments`);
    expect(sandbox.sequences.get(id)?.enrollmentsPausedAt).toBe(pausedAt);
    await order(sandbox);
    const resumed = await call(sandbox, 'POST', `/sequences/${id}/resume-enrollments`);
    expect(resumed.body['sequence']).toMatchObject({ effectiveStatus: 'live' });
    expect(enrolled(sandbox)).toEqual([]);
    await order(sandbox, 'o2');
    expect(enrolled(sandbox)).toEqual(['Thanks']);
    expect((await call(sandbox, 'POST', '/sequences/none/pause-enrollments')).status).toBe(404);
  });

  it('is looked at when it is processed, which may be after its answer', async () => {
    const clock = new MovedClock();
    const sandbox = createSandbox({ clock, processing: 5000 });
    sandbox.seedSequences([{ name: 'Thanks', trigger: placed, state: 'enrollment_paused' }]);
    const [{ id } = { id: '' }] = [...sandbox.sequences];
    await order(sandbox);
    clock.elapsed += 4999;
    await call(sandbox, 'POST', `/sequences/${id}/resume-enrollments`);
    expect(enrolled(sandbox)).toEqual([]);
    clock.elapsed += 1;
    expect(enrolled(sandbox)).toEqual(['Thanks']);
  });

  it.each([
    [{ path: 'backfill', operator: 'not_exists' }, false],
    [{ path: 'backfill', operator: 'exists' }, true],
    [{ path: 'backfill', operator: 'equals', value: true }, true],
    [{ path: 'backfill', operator: 'not_equals', value: true }, false],
    [{ path: 'currency', operator: 'one_of', value: ['USD', 'EUR'] }, true],
    [{ path: 'orderId', operator: 'contains', value: 'x' }, false],
    [{ path: 'totalCents', operator: 'greater_than', value: 499 }, true],
    [{ path: 'totalCents', operator: 'less_than', value: 500 }, false],
    [{ path: 'lineItems[].productId', operator: 'equals', value: 'mug' }, true],
  ] as const)('passes the filter %j: %s', async (filter, passes) => {
    const sandbox = having({ name: 'S', trigger: { ...placed, propertyFilters: [filter] } });
    const items = ['tee', 'mug'].map((productId) => ({ productId, title: 'X', quantity: 1 }));
    await order(sandbox, 'o1', { items, properties: { backfill: true } });
    expect(enrolled(sandbox)).toEqual(passes ? ['S'] : []);
  });

  it('counts towards a frequency', async () => {
    const trigger = { ...placed, type: 'frequency', minCount: 2, timeWindowDays: 30 };
    const sandbox = having({ name: 'Regular', trigger });
    await order(sandbox, 'o1');
    expect(enrolled(sandbox)).toEqual([]);
    await order(sandbox, 'o2');
    expect(enrolled(sandbox)).toEqual(['Regular']);
  });
});

it('sync rules are shown as they were set', async () => {
  const sandbox = createSandbox();
  expect((await call(sandbox, 'GET', '/sync-rules')).body).toEqual({ success: true, rules: [] });
  const rules = [{ id: 'r1', event: 'ecommerce.order_placed', action: 'add_tag' }];
  expect((await call(sandbox, 'PUT', '/sync-rules', { rules })).status).toBe(200);
  expect((await call(sandbox, 'GET', '/sync-rules')).body).toMatchObject({ rules });
  expect((await call(sandbox, 'PUT', '/sync-rules', { rules: 'no' })).status).toBe(400);
});

it('a scope that the role restricts is not given', async () => {
  const key = 'seq_user_ana';
  const restricted = {
    key,
    roleRestrictedScopes: ['sequences:write'],
    canSendLive: false,
  } as const;
  const sandbox = createSandbox({ apiKey: [restricted] });
  sandbox.seedSequences([{ name: 'S', trigger: placed }]);
  const [{ id } = { id: '' }] = [...sandbox.sequences];
  const headers = { authorization: `Bearer ${key}` };
  const path = `/sequences/${id}/pause-enrollments`;
  const refused = await call(sandbox, 'POST', path, undefined, headers);
  expect(refused).toMatchObject({ status: 403 });
  const account = await call(sandbox, 'GET', '/account', undefined, headers);
  expect(account.body['apiKeyPermissions']).toMatchObject({
    roleRestrictedScopes: ['sequences:write'],
    canSendLive: false,
    liveDeliveryBlockedByRole: true,
  });
});
