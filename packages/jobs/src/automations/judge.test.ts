import { describe, expect, it } from 'vitest';
import { judgeRule, judgeSequence } from './judge.ts';

const placed = 'ecommerce.order_placed';
const fired = new Map([
  [placed, 30],
  ['ecommerce.order_refunded', 0],
]);
const live = { id: 's1', name: 'Thanks', status: 'active', effectiveStatus: 'live' };

describe('a sequence', () => {
  it.each([
    [{ type: 'event_received', eventName: placed }],
    [{ type: 'frequency', eventName: placed, minCount: 2 }],
    [{ event: { name: placed } }],
    [{ type: 'event_received', events: ['cart.updated', placed] }],
    [{ type: 'event_received', eventName: 'order.completed' }],
  ])('starts by %j', (triggerConfig) => {
    const automation = { name: 'Thanks', id: 's1', events: [placed], count: 30, isFiltered: false };
    expect(judgeSequence({ ...live, triggerConfig }, fired)).toMatchObject({
      is: 'starting',
      automation,
    });
  });

  it.each([
    [{ type: 'event_received', eventName: 'ecommerce.order_refunded' }],
    [{ type: 'event_received', eventName: 'ecommerce.checkout_started' }],
    [{ type: 'manual' }],
    [{ type: 'inbound_webhook', integrationSlug: 'cal-com' }],
    // What ends it does not start it.
    [{ type: 'event_received', eventName: 'a.b', stopCondition: { value: placed } }],
  ])('does not start by %j', (triggerConfig) => {
    expect(judgeSequence({ ...live, triggerConfig }, fired)).toEqual({ is: 'still' });
  });

  it.each([
    [{ type: 'segment_entered', segmentId: 'x' }],
    [{ type: 'tag_added', tagName: 'vip' }],
    [{ type: 'contact_added', listScope: 'any_contact' }],
    [{ type: 'inactivity', eventName: placed, inactiveDays: 90 }],
    [{ type: 'event_received', eventName: 'ecommerce.replenishment_due' }],
  ])('may start too by %j', (triggerConfig) => {
    expect(judgeSequence({ ...live, triggerConfig }, fired)).toMatchObject({ is: 'other' });
    const restocks = new Map([['ecommerce.back_in_stock', 3]]);
    expect(judgeSequence({ ...live, triggerConfig }, restocks)).toEqual({ is: 'still' });
  });

  it('has conditions', () => {
    const propertyFilters = [{ path: 'backfill', operator: 'not_exists' }];
    const triggerConfig = { type: 'event_received', eventName: placed, propertyFilters };
    expect(judgeSequence({ ...live, triggerConfig }, fired)).toMatchObject({
      automation: { isFiltered: true },
    });
  });

  it.each([{}, { triggerConfig: {} }, { triggerConfig: { type: 'moon_phase' } }])(
    'cannot be judged: %j',
    (more) => {
      expect(judgeSequence({ ...live, ...more }, fired)).toEqual({
        is: 'unjudged',
        name: 'Thanks',
      });
    },
  );

  it.each(['draft', 'enrollment_paused', 'paused', 'archived'])(
    'that is %s takes nobody, whatever its status says',
    (effectiveStatus) => {
      const triggerConfig = { type: 'event_received', eventName: placed };
      const sequence = { ...live, effectiveStatus, triggerConfig };
      expect(judgeSequence(sequence, fired)).toEqual({ is: 'still' });
    },
  );

  it('without an effective status is as live as it takes people', () => {
    const triggerConfig = { type: 'event_received', eventName: placed };
    const sequence = { id: 's', status: 'active', triggerConfig };
    expect(judgeSequence(sequence, fired).is).toBe('starting');
    expect(judgeSequence({ ...sequence, acceptsNewEnrollments: false }, fired).is).toBe('still');
  });
});

describe('a sync rule', () => {
  it.each([
    [{ id: 'r', name: 'Tag buyers', event: placed }, 'starting'],
    [{ id: 'r', when: { events: [placed] } }, 'starting'],
    [{ id: 'r', event: placed, enabled: false }, 'still'],
    [{ id: 'r', event: 'billing.paid' }, 'still'],
    [{ id: 'r' }, 'unjudged'],
  ])('%j is %s', (rule, is) => {
    expect(judgeRule(rule, 1, fired).is).toBe(is);
  });
});
