import { describe, expect, it } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { call } from '../../testing/call.ts';
import { MovedClock } from '../../testing/moved-clock.ts';

const hour = 3_600_000;
const name = 'ecommerce.order_placed';
const email = 'ada@example.com';

function having() {
  const clock = new MovedClock();
  const sandbox = createSandbox({ clock });
  sandbox.seedSequences([{ name: 'Thanks', trigger: { type: 'event_received', eventName: name } }]);
  const ago = (milliseconds: number) => new Date(clock.now() - milliseconds).toISOString();
  const send = (path: string, body: unknown) =>
    call(sandbox, 'POST', `/subscribers/events${path}`, body);
  return { sandbox, ago, send };
}

describe('POST /subscribers/events/imports', () => {
  it('stores a contact silently when every event is older than an hour, and moves the signup back', async () => {
    const { sandbox, ago, send } = having();
    const reply = await send('/imports', {
      events: [
        { email, name, eventId: 'a', occurredAt: ago(hour + 1), properties: { totalCents: 5 } },
        { email, name, eventId: 'b', occurredAt: ago(30 * 24 * hour) },
      ],
    });
    expect(reply.body).toMatchObject({
      ...{ total: 2, recorded: 2, duplicates: 0, failed: 0, subscribers: 1, failures: [] },
    });
    expect(sandbox.events).toEqual([]);
    expect(sandbox.enrollments).toEqual([]);
    expect(sandbox.history).toMatchObject([{ properties: { totalCents: 5 } }, {}]);
    expect(sandbox.subscribers.get(email)?.createdAt).toBe(ago(30 * 24 * hour));
    expect(sandbox.subscribers.get(email)?.attributes).toEqual({});
  });

  it('makes all of a contact live by one event that is not older, and leaves the others silent', async () => {
    const { sandbox, ago, send } = having();
    await send('/imports', {
      events: [
        { email, name, eventId: 'a', occurredAt: ago(hour) },
        { email, name, eventId: 'b', occurredAt: ago(9 * hour) },
        { email: 'bo@example.com', name, eventId: 'c', occurredAt: ago(9 * hour) },
      ],
    });
    expect(sandbox.enrollments.map((one) => one.email)).toEqual([email, email]);
    expect(sandbox.history.map((one) => one.email)).toEqual(['bo@example.com']);
  });

  it('takes an eventId once, and names by index what belongs to nobody', async () => {
    const { send, ago } = having();
    const event = { email, name, eventId: 'a', occurredAt: ago(9 * hour) };
    await send('/imports', { events: [event] });
    const again = await send('/imports', {
      events: [event, { name, eventId: 'x', externalId: 'none' }],
    });
    expect(again.body).toMatchObject({
      ...{ total: 2, recorded: 0, duplicates: 1, failed: 1 },
      failures: [{ index: 1 }],
    });
  });

  it('refuses more than 25 events, none, and one older than 5 years', async () => {
    const { sandbox, send } = having();
    const events = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ email, name, eventId: `${at}` }));
    expect((await send('/imports', { events: events(26) })).status).toBe(400);
    expect((await send('/imports', { events: [] })).status).toBe(400);
    const old = { email, name, eventId: 'old', occurredAt: '2021-02-28T23:59:59Z' };
    expect((await send('/imports', { events: [...events(1), old] })).status).toBe(400);
    const kept = { ...old, occurredAt: '2021-03-01T00:00:00Z' };
    expect((await send('/imports', { events: [kept] })).status).toBe(200);
    expect(sandbox.history).toHaveLength(1);
  });
});

describe('POST /subscribers/events/bulk', () => {
  it('is history only when every event is', async () => {
    const { sandbox, ago, send } = having();
    const events = [{ event: name, eventId: 'a', occurredAt: ago(9 * hour) }];
    expect((await send('/bulk', { email, events })).body).toMatchObject({ historical: true });
    const mixed = [{ event: name, eventId: 'b', occurredAt: ago(9 * hour) }, { event: name }];
    expect((await send('/bulk', { email, events: mixed })).body).toMatchObject({
      historical: false,
    });
    expect(sandbox.enrollments).toHaveLength(2);
    expect((await send('/bulk', { externalId: 'none', events })).status).toBe(400);
    const many = Array.from({ length: 501 }, () => ({ event: name }));
    expect((await send('/bulk', { email, events: many })).status).toBe(400);
  });
});

describe('POST /subscribers/events', () => {
  it('says whether it was history, and keeps the profile', async () => {
    const { sandbox, ago, send } = having();
    const profile = { firstName: 'Ada', customAttributes: { size: 'S' } };
    const told = { email, event: name, eventId: 'a', occurredAt: ago(2 * hour), ...profile };
    expect((await send('', told)).body).toMatchObject({ historical: true });
    expect(sandbox.subscribers.get(email)).toMatchObject({
      firstName: 'Ada',
      attributes: { size: 'S' },
    });
    expect((await send('', { email, event: name })).body).toMatchObject({ historical: false });
    expect(sandbox.enrollments).toHaveLength(1);
  });
});

describe('what an event holds', () => {
  it('is described and shown', async () => {
    const { sandbox } = having();
    const schema = await call(sandbox, 'GET', `/events/schemas?eventName=${name}&provider=api`);
    expect(JSON.stringify(schema.body)).toContain('"path":"totalCents","type":"number"');
    const sample = await call(sandbox, 'GET', `/events/sample?eventName=${name}`);
    expect(sample.body['sample']).toMatchObject({ totalCents: 2900, currency: 'USD' });
  });

  it('is not documented for an event of one’s own, which is no error', async () => {
    const { sandbox } = having();
    const schema = await call(sandbox, 'GET', '/events/schemas?eventName=my.event');
    expect(schema).toMatchObject({ status: 200, body: { documented: false } });
    expect((await call(sandbox, 'GET', '/events/sample?eventName=my.event')).status).toBe(404);
    expect((await call(sandbox, 'GET', '/events/sample')).status).toBe(400);
  });
});
