import { isRecord } from 'sequenzy-contract';
import type { Platform, Reading } from './platform.ts';

/** Webhooks that say no more than which order: it is fetched from the shop when its turn comes. */
export const bigcommerce: Platform = {
  label: 'BigCommerce',
  methods: ['POST'],
  needs: 'fetchOrder',
  // Its hash is one of type, id and second: a change within the second of another one has the same.
  read({ value }) {
    const { scope, data } = isRecord(value) ? value : {};
    if (typeof scope === 'string' && !scope.startsWith('store/order/')) {
      return { kind: 'nothing', reason: scope };
    }
    return referenceTo(isRecord(data) && data['type'] === 'order' ? data['id'] : undefined);
  },
};

export const squarespace: Platform = {
  label: 'Squarespace',
  methods: ['POST'],
  needs: 'fetchOrder',
  deliveryId: (_, payload) => textIn(payload, 'id') ?? textIn(payload, 'notificationId'),
  read({ value }) {
    const topic = textIn(value, 'topic');
    if (topic !== undefined && !topic.startsWith('order.')) {
      return { kind: 'nothing', reason: topic };
    }
    const data = isRecord(value) ? value['data'] : undefined;
    return referenceTo(textIn(data, 'orderId') ?? textIn(data, 'id'));
  },
};

export const ecwid: Platform = {
  label: 'Ecwid',
  methods: ['POST'],
  needs: 'fetchOrder',
  deliveryId: (_, payload) => textIn(payload, 'eventId'),
  read({ value }) {
    const topic = textIn(value, 'eventType');
    if (topic !== undefined && !topic.startsWith('order.')) {
      return { kind: 'nothing', reason: topic };
    }
    const data = isRecord(value) ? value['data'] : undefined;
    // Orders have an id of their own beside the number of the entity.
    return referenceTo(textIn(data, 'orderId') ?? idIn(value, 'entityId'));
  },
};

/** A checkout session says what was paid, and not for what: its lines have to be fetched. */
export const stripe: Platform = {
  label: 'Stripe',
  methods: ['POST'],
  needs: 'fetchOrder',
  deliveryId: (_, payload) => textIn(payload, 'id'),
  read({ value }) {
    const topic = textIn(value, 'type');
    if (topic !== undefined && !ofSales.test(topic)) return { kind: 'nothing', reason: topic };
    const data = isRecord(value) ? value['data'] : undefined;
    return referenceTo(textIn(isRecord(data) ? data['object'] : undefined, 'id'));
  },
};

const ofSales = /^(checkout\.session\.(completed|async_payment_succeeded)|charge\.refunded)$/;

function referenceTo(id: unknown): Reading {
  const isId = (typeof id === 'string' && id !== '') || typeof id === 'number';
  return isId
    ? { kind: 'reference', id: String(id) }
    : { kind: 'unreadable', reason: 'it does not say which order it is about' };
}

function textIn(value: unknown, name: string): string | undefined {
  const found = isRecord(value) ? value[name] : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function idIn(value: unknown, name: string): string | number | undefined {
  const found = isRecord(value) ? value[name] : undefined;
  return typeof found === 'number' ? found : textIn(value, name);
}
