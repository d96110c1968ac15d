import type {
  CustomerLine,
  EnrollmentLine,
  EventLine,
  RequestLine,
  SequenceLine,
  WaitingLine,
} from '../data/dashboard.ts';
import { Chip, type Tone } from '../parts/chip.tsx';
import { amount, count, counted } from '../parts/money.ts';
import { clockTime } from '../parts/time.ts';

interface Opened {
  readonly onOpen: () => void;
}

function figure(value: number | null): string {
  return value === null ? '–' : amount(value);
}

export function Customer({ line, onOpen }: Opened & { line: CustomerLine }) {
  const { email, name, ltv, totalSpent, ordersCount, aov } = line;
  return (
    <button type="button" class="line customer" aria-haspopup="dialog" onClick={onOpen}>
      <span class="who">
        <strong>{email}</strong>
        <span class="soft">{name}</span>
      </span>
      <Figure label="ltv" value={figure(ltv)} />
      <Figure label="totalSpent" value={figure(totalSpent)} />
      <Figure label="ordersCount" value={ordersCount === null ? '–' : count(ordersCount)} />
      <Figure label="aov" value={figure(aov)} />
    </button>
  );
}

export function Figure({ label, value }: { label: string; value: string }) {
  return (
    <span class="figure">
      <span class="soft code">{label}</span>
      <span>{value}</span>
    </span>
  );
}

const eventTones: Readonly<Record<string, Tone>> = {
  'ecommerce.order_placed': 'good',
  'ecommerce.order_refunded': 'bad',
  'ecommerce.order_cancelled': 'bad',
  'ecommerce.back_in_stock': 'warm',
};

export function Event({ line, onOpen }: Opened & { line: EventLine }) {
  const { name, email, at, properties } = line;
  const about = properties['orderId'] ?? properties['productTitle'] ?? properties['checkoutId'];
  return (
    <button type="button" class="line event" aria-haspopup="dialog" onClick={onOpen}>
      <time class="soft">{clockTime(at)}</time>
      <Chip tone={eventTones[name] ?? 'cool'}>{name}</Chip>
      <span class="who">
        <strong>{email}</strong>
      </span>
      <span class="soft about">{typeof about === 'string' ? about : ''}</span>
    </button>
  );
}

const waitingWords: Readonly<Record<WaitingLine['state'], readonly [Tone, string]>> = {
  waiting: ['cool', 'waits'],
  pending: ['warm', 'would be mailed'],
  cancelled: ['plain', 'sold out again'],
};

export function Waiting({ line }: { line: WaitingLine }) {
  const [tone, words] = waitingWords[line.state];
  return (
    <div class="line waiting">
      <span class="who">
        <strong>{line.product}</strong>
        <span class="soft">{line.variant}</span>
      </span>
      <span class="about">{line.email}</span>
      <Chip tone={tone}>{words}</Chip>
    </div>
  );
}

export function Request({ line }: { line: RequestLine }) {
  const { at, method, path, status, fault, isDropped } = line;
  return (
    <div class="line request">
      <time class="soft">{clockTime(at)}</time>
      <span class="code method">{method}</span>
      <span class="code about">{path}</span>
      <span class="chips">
        {fault !== null && <Chip tone="warm">{`fault: ${fault}`}</Chip>}
        <Chip tone={toneOf(status)}>
          {isDropped ? 'broke off' : status === null ? 'under way' : String(status)}
        </Chip>
      </span>
    </div>
  );
}

function toneOf(status: number | null): Tone {
  if (status === null) return 'plain';
  if (status === 429) return 'warm';
  return status >= 400 ? 'bad' : 'good';
}

export function Enrollment({ line: { sequence, email, event } }: { line: EnrollmentLine }) {
  return (
    <div class="line enrollment">
      <span class="who">
        <strong>{email}</strong>
      </span>
      <span class="about">{sequence}</span>
      <span class="soft code">{event}</span>
    </div>
  );
}

const stateTones: Readonly<Record<string, Tone>> = { live: 'good', enrollment_paused: 'warm' };

export function Sequence({ line: { name, state, event, enrolled } }: { line: SequenceLine }) {
  return (
    <div class="line sequence">
      <span class="who">
        <strong>{name}</strong>
        <span class="soft code">{event === null ? 'starts without an event' : `on ${event}`}</span>
      </span>
      <Chip tone={stateTones[state] ?? 'plain'}>{state.replaceAll('_', ' ')}</Chip>
      <span class="figure">
        <span>{enrolled === 0 ? 'nobody entered' : counted(enrolled, 'enrolment')}</span>
      </span>
    </div>
  );
}
