import { createSandbox } from 'sequenzy-sandbox';
import { describe, expect, it } from 'vitest';
import { SequenzyCommerce } from '../client/client.ts';
import { listSequences, pauseEnrollments, resumeEnrollments } from './sequences.ts';
import { listSyncRules } from './sync-rules.ts';

const trigger = { type: 'event_received', eventName: 'ecommerce.order_placed' };

function connected(fetch: typeof globalThis.fetch) {
  return new SequenzyCommerce({
    apiKey: 'seq_live_sandbox',
    fetch,
    rateLimit: false,
    maxRetries: 0,
  });
}

function answering(...bodies: unknown[]) {
  const asked: string[] = [];
  const fetch = (input: string | URL | Request) => {
    asked.push(new URL(input instanceof Request ? input.url : input).search);
    return Promise.resolve(Response.json(bodies.shift()));
  };
  return { asked, client: connected(fetch) };
}

describe('sequences', () => {
  it('are listed in one request, paused and resumed', async () => {
    const sandbox = createSandbox();
    sandbox.seedSequences([
      { name: 'Thanks', trigger },
      { name: 'Old', trigger, state: 'draft' },
    ]);
    const client = connected(sandbox.fetch);
    const [thanks, old] = await listSequences(client);
    expect(thanks).toMatchObject({ name: 'Thanks', effectiveStatus: 'live' });
    expect(old).toMatchObject({ effectiveStatus: 'draft', acceptsNewEnrollments: false });
    const paused = await pauseEnrollments(client, thanks?.id ?? '');
    expect(paused).toMatchObject({ status: 'active', effectiveStatus: 'enrollment_paused' });
    const resumed = await resumeEnrollments(client, thanks?.id ?? '');
    expect(resumed).toMatchObject({ effectiveStatus: 'live' });
    expect(sandbox.requests).toHaveLength(3);
  });

  it('are read page by page where the server does not give all, and not for ever', async () => {
    const page = (ids: string[], hasMore: boolean) => ({
      success: true,
      sequences: ids.map((id) => ({ id })),
      pagination: { hasMore },
    });
    const { client, asked } = answering(
      page(['a', 'b'], true),
      page(['c'], true),
      page(['c'], true),
    );
    expect((await listSequences(client)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(asked).toEqual(['', '?limit=100&offset=2', '?limit=100&offset=3']);
  });

  it('must be a list', async () => {
    await expect(listSequences(answering({ success: true }).client)).rejects.toThrow(
      'no list of sequences',
    );
  });

  it('that cannot be paused say so', async () => {
    const { client } = answering({ success: false, error: 'Sequence is archived' });
    await expect(pauseEnrollments(client, 'a')).rejects.toThrow('Sequence is archived');
  });
});

describe('sync rules', () => {
  it.each(['rules', 'syncRules', 'data'])('are found in %s', async (name) => {
    const { client } = answering({ success: true, [name]: [{ id: 'r' }] });
    expect(await listSyncRules(client)).toEqual([{ id: 'r' }]);
  });

  it('of a new company are none', async () => {
    expect(await listSyncRules(connected(createSandbox().fetch))).toEqual([]);
  });

  it('must be a list', async () => {
    await expect(listSyncRules(answering({ success: true }).client)).rejects.toThrow(
      'no list of rules',
    );
  });
});
