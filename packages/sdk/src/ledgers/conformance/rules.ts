import type { Ledger, LedgerWrite, OrderState } from '../../ledger/ledger.ts';
import { collected, requireSame } from './require-same.ts';

/** A ledger, and how to let go of it, where that is needed before it is opened again. */
export type TestedLedger = Ledger & { close?(): Promise<void> };

/** Opens the ledger of this name. Opened again, it has what was written to it. */
export type OpenLedger = (name: string) => Promise<TestedLedger>;

/** One thing a ledger must guarantee. */
export interface LedgerRule {
  /** What it must do, as a sentence behind "it". */
  readonly name: string;
  /** @throws {Error} saying what was wanted, and what came. */
  check(open: OpenLedger): Promise<void>;
}

const order: OrderState = {
  number: '1001',
  email: '0011223344556677',
  status: 'placed',
  totalCents: 4999,
  currency: 'USD',
  refundCents: 0,
  lines: '8899aabbccddeeff',
};
const cancelled: OrderState = { ...order, status: 'cancelled' };
const stock = { inStock: true, out: ['red', 'blue'] };

/** Keys that a store may confuse. */
const oddKeys = [
  ...['a', 'A', 'ä', 'a ', ' a', '__proto__', 'constructor', '{a}', '%', "it's", '"', '\\'],
  ...['gid://shop/Product/1', '日本', '😀', 'x'.repeat(200)],
];

function rule(
  name: string,
  check: (ledger: TestedLedger, again: () => Promise<TestedLedger>) => Promise<void>,
): LedgerRule {
  return {
    name,
    async check(open) {
      // A name of its own: nothing of another rule is remembered.
      const own = name.replace(/\W+/g, '-').slice(0, 24).replace(/-$/, '');
      let ledger = await open(own);
      const again = async (): Promise<TestedLedger> => {
        await ledger.close?.();
        ledger = await open(own);
        return ledger;
      };
      try {
        await check(ledger, again);
      } finally {
        await ledger.close?.();
      }
    },
  };
}

/**
 * What every ledger must guarantee, for any test runner. Parts of a ledger that are optional are looked at where it has
 * them.
 *
 * @example
 * import { ledgerRules } from 'sequenzy-commerce/ledgers/conformance';
 *
 * for (const rule of ledgerRules) test(rule.name, () => rule.check((name) => openMyLedger(name)));
 */
export const ledgerRules: readonly LedgerRule[] = [
  rule('knows nothing of keys that were never written', async (ledger) => {
    requireSame(await ledger.read(['a', 'b']), [undefined, undefined]);
    requireSame(await ledger.read([]), []);
    if (ledger.readOrders) requireSame(await ledger.readOrders(['a']), [undefined]);
  }),

  rule('answers in the order it is asked in, and tells all keys apart', async (ledger) => {
    const entries = oddKeys.map((key, at) => ({ key, fingerprint: `f${String(at)}` }));
    await ledger.write(entries);
    const asked = [...entries].reverse();
    const found = await ledger.read([...asked.map(({ key }) => key), 'none', 'a']);
    const wanted = asked.map(({ fingerprint }) => ({ fingerprint }));
    requireSame(found, [...wanted, undefined, { fingerprint: 'f0' }]);
  }),

  rule('has the latest entry of a key, whole, within a write and after it', async (ledger) => {
    await ledger.write([
      { key: 'a', fingerprint: 'old', stock, feed: 'shop' },
      { key: 'b', fingerprint: 'b1' },
      { key: 'b', fingerprint: 'b2', stock },
    ]);
    requireSame(await ledger.read(['a', 'b']), [
      { fingerprint: 'old', stock, feed: 'shop' },
      { fingerprint: 'b2', stock },
    ]);
    await ledger.write([{ key: 'a', fingerprint: 'new', stock: { inStock: false, out: [] } }]);
    requireSame(await ledger.read(['a']), [
      { fingerprint: 'new', stock: { inStock: false, out: [] } },
    ]);
  }),

  rule('keeps a fingerprint of null, which is not the same as nothing', async (ledger, again) => {
    await ledger.write([{ key: 'a', fingerprint: 'f' }]);
    await ledger.write([{ key: 'a', fingerprint: null }]);
    requireSame(await ledger.read(['a']), [{ fingerprint: null }]);
    requireSame(await (await again()).read(['a']), [{ fingerprint: null }]);
  }),

  rule('forgets what is to be forgotten, its order too', async (ledger) => {
    await ledger.write([
      { key: 'a', fingerprint: 'f', order },
      { key: 'b', fingerprint: 'f' },
    ]);
    await ledger.write([{ key: 'a', fingerprint: null, forget: true }]);
    await ledger.write([{ key: 'never-there', fingerprint: null, forget: true }]);
    requireSame(await ledger.read(['a', 'b', 'never-there']), [
      undefined,
      { fingerprint: 'f' },
      undefined,
    ]);
    await ledger.write([{ key: 'a', fingerprint: 'g' }]);
    requireSame(await ledger.read(['a']), [{ fingerprint: 'g' }]);
    if (ledger.readOrders) requireSame(await ledger.readOrders(['a']), [undefined]);
  }),

  rule('keeps what is known of an order where an entry says nothing of it', async (ledger) => {
    await ledger.write([{ key: 'a', fingerprint: 'f', order }]);
    await ledger.write([{ key: 'a', fingerprint: null }]);
    if (ledger.readOrders) requireSame(await ledger.readOrders(['a', 'b']), [order, undefined]);
    await ledger.write([{ key: 'a', fingerprint: 'g', order: cancelled }]);
    if (ledger.readOrders) requireSame(await ledger.readOrders(['a']), [cancelled]);
  }),

  rule('has everything when it is opened again', async (ledger, again) => {
    const many = Array.from({ length: 250 }, (_, at) => ({
      key: `k${String(at)}`,
      fingerprint: `f${String(at)}`,
    }));
    for (let at = 0; at < many.length; at += 100) await ledger.write(many.slice(at, at + 100));
    await ledger.write([{ key: 'k7', fingerprint: 'later', stock, feed: 'shop', order }]);
    const opened = await again();
    const keys = many.slice(0, 100).map(({ key }) => key);
    const wanted = many.slice(0, 100).map(({ fingerprint }) => ({ fingerprint }));
    const later = { fingerprint: 'later', stock, feed: 'shop' };
    requireSame(await opened.read(keys), wanted.with(7, later));
    if (opened.readOrders) requireSame(await opened.readOrders(['k7']), [order]);
  }),

  rule('lists every key once, and nothing that was forgotten', async (ledger) => {
    const many = Array.from({ length: 2500 }, (_, at) => `k${String(at)}`);
    for (let at = 0; at < many.length; at += 500) {
      await ledger.write(many.slice(at, at + 500).map((key) => ({ key, fingerprint: 'f' })));
    }
    await ledger.write([{ key: 'k1', fingerprint: null, forget: true }]);
    await ledger.write([{ key: 'k2', fingerprint: 'g', stock, feed: 'shop', order }]);
    const wanted = many.filter((key) => key !== 'k1').sort();
    if (ledger.keys) requireSame((await collected(ledger.keys())).sort(), wanted);
    if (ledger.list === undefined) return;
    const listed = await collected(ledger.list());
    requireSame(listed.map(({ key }) => key).sort(), wanted);
    const two: LedgerWrite = { key: 'k2', fingerprint: 'g', feed: 'shop', order };
    requireSame(
      listed.find(({ key }) => key === 'k2'),
      two,
    );
  }),

  rule('keeps its notes and its salt', async (ledger, again) => {
    const { salt } = ledger;
    await ledger.notes?.set('rule', 'net');
    await ledger.notes?.set('rule', "gross, 'so to say'");
    requireSame(ledger.notes?.get('none'), undefined);
    const opened = await again();
    requireSame(opened.salt, salt);
    if (opened.notes) requireSame(opened.notes.get('rule'), "gross, 'so to say'");
  }),

  rule('lets the run that holds it continue', async (ledger) => {
    await ledger.verify?.();
    await ledger.write([]);
  }),

  rule('keeps a reserved key from others until it is released', async (ledger) => {
    if (ledger.reserve === undefined) return;
    const never = new AbortController();
    const release = await ledger.reserve(['a', 'b'], never.signal);
    const stop = new AbortController();
    const waiting = ledger.reserve(['b'], stop.signal).then(
      () => 'reserved',
      () => 'stopped',
    );
    const other = await ledger.reserve(['c'], never.signal);
    await other();
    stop.abort(new Error('stop'));
    requireSame(await waiting, 'stopped');
    const next = ledger.reserve(['b'], never.signal);
    await release();
    await (
      await next
    )();
  }),
];
