// What a client does, as lines of pino: one for each attempt, none with what was sent or said.
import { pino } from 'pino';
import { SequenzyCommerce, SequenzyError } from 'sequenzy-commerce';

const log = pino({ base: null, timestamp: false });

/** Hooks for the option `hooks` of a client. (`logger: log` is enough where plain sentences will do.) */
function loggingHooks(child = log.child({ client: 'sequenzy' })) {
  return {
    onResponse({ callId, attempt, method, path, status, requestId }) {
      child.info({ callId, attempt, method, path, status, requestId }, 'answered');
    },
    onFailure({ callId, attempt, method, path, error }) {
      child.error({ callId, attempt, method, path, code: error.code ?? error.name }, 'failed');
    },
    // The code, not the error: its message may repeat what the server says of a person.
    onRetry({ callId, attempt, error, wait }) {
      child.warn({ callId, attempt, code: error.code, wait }, 'again');
    },
  };
}

const sequenzy = new SequenzyCommerce({ hooks: loggingHooks() });
const customer = { email: 'ada@example.com' };
await sequenzy.checkouts.track({ checkoutId: 'cart-17', customer });
try {
  await sequenzy.products.get('not-there');
} catch (error) {
  if (!(error instanceof SequenzyError)) throw error;
  log.warn({ code: error.code, status: error.status }, 'no such product');
}
