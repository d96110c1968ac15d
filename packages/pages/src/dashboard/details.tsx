import { useEffect, useState } from 'preact/hooks';
import { ProductDetail } from '../cards/product-detail.tsx';
import type { Customer, EventLine, ProductView } from '../data/dashboard.ts';
import { Chip } from '../parts/chip.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { amount, count, counted, money } from '../parts/money.ts';
import { date, dateTime } from '../parts/time.ts';
import { ask } from './asking.tsx';
import { Figure, Waiting } from './lines.tsx';

export type Opened =
  | { readonly kind: 'product'; readonly productId: string; readonly title: string }
  | { readonly kind: 'customer'; readonly email: string }
  | { readonly kind: 'event'; readonly event: EventLine };

interface DetailsProps {
  readonly opened: Opened;
  readonly revision: string;
  readonly onClose: () => void;
}

export function Details({ opened, revision, onClose }: DetailsProps) {
  switch (opened.kind) {
    case 'product':
      return (
        <Dialog title={opened.title} onClose={onClose}>
          <Product productId={opened.productId} revision={revision} />
        </Dialog>
      );
    case 'customer':
      return (
        <Dialog title={opened.email} onClose={onClose}>
          <CustomerDetail email={opened.email} revision={revision} />
        </Dialog>
      );
    case 'event':
      return (
        <Dialog title={opened.event.name} onClose={onClose}>
          <EventDetail event={opened.event} />
        </Dialog>
      );
  }
}

function Product({ productId, revision }: { productId: string; revision: string }) {
  const [found, setFound] = useState<ProductView | null>();
  useEffect(() => {
    void ask<ProductView | null>({ view: 'product', productId }).then(setFound);
  }, [productId, revision]);
  if (found === undefined) return null;
  if (found === null) return <p class="soft">This product was deleted.</p>;
  return (
    <>
      <ProductDetail card={found.card} />
      {found.waiting.length > 0 && <h3>Waiting list</h3>}
      {found.waiting.map((line, at) => (
        <Waiting key={at} line={line} />
      ))}
    </>
  );
}

function CustomerDetail({ email, revision }: { email: string; revision: string }) {
  const [found, setFound] = useState<Customer | null>();
  useEffect(() => {
    void ask<Customer | null>({ view: 'customer', email }).then(setFound);
  }, [email, revision]);
  if (found === undefined) return null;
  if (found === null) return <p class="soft">Nobody has this address any more.</p>;
  const currency = found.orders[0]?.currency;
  const shown = (value: number | null): string => (value === null ? '–' : amount(value, currency));
  return (
    <>
      {found.name !== '' && <p>{found.name}</p>}
      <div class="figures">
        <Figure label="ltv" value={shown(found.ltv)} />
        <Figure label="totalSpent" value={shown(found.totalSpent)} />
        <Figure
          label="ordersCount"
          value={found.ordersCount === null ? '–' : count(found.ordersCount)}
        />
        <Figure label="aov" value={shown(found.aov)} />
      </div>
      {found.sequences.length > 0 && (
        <p class="chips">
          <span class="soft">Entered: </span>
          {found.sequences.map((name) => (
            <Chip key={name} tone="cool">
              {name}
            </Chip>
          ))}
        </p>
      )}
      <h3>{counted(found.orders.length, 'order')}</h3>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Order</th>
              <th scope="col">Status</th>
              <th scope="col" class="number">
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {found.orders.map((order) => (
              <tr key={order.orderId}>
                <td>{order.orderedAt === null ? '–' : date(order.orderedAt)}</td>
                <td>
                  {order.orderNumber ?? order.orderId}
                  {order.items > 0 && <div class="soft">{counted(order.items, 'item')}</div>}
                </td>
                <td>{order.statuses.join(', ')}</td>
                <td class="number">{money(order.totalCents, order.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Attributes attributes={found.attributes} />
      <h3>Latest events</h3>
      <ul class="plain-list">
        {found.events.map(({ id, name, at }) => (
          <li key={id}>
            <span class="code">{name}</span> <span class="soft">{dateTime(at)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const revenue = new Set(['ltv', 'totalSpent', 'ordersCount', 'aov']);

function Attributes({ attributes }: { attributes: Readonly<Record<string, unknown>> }) {
  const own = Object.entries(attributes).filter(([name]) => !revenue.has(name));
  if (own.length === 0) return null;
  return (
    <>
      <h3>Attributes</h3>
      <Values values={own} />
    </>
  );
}

function EventDetail({ event }: { event: EventLine }) {
  return (
    <>
      <p>
        <strong>{event.email}</strong> <span class="soft">{dateTime(event.at)}</span>
      </p>
      <h3>In an e-mail</h3>
      <Values
        values={Object.entries(event.properties).map(([name, value]) => [
          `{{event.${name}}}`,
          value,
        ])}
      />
    </>
  );
}

function Values({ values }: { values: readonly (readonly [string, unknown])[] }) {
  return (
    <table>
      <tbody>
        {values.map(([name, value]) => (
          <tr key={name}>
            <th scope="row" class="code">
              {name}
            </th>
            <td class="code">
              {typeof value === 'string' ? value : JSON.stringify(value, null, 1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
