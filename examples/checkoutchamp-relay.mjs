// Webhooks (export profiles) of CheckoutChamp become orders in Sequenzy, and none is lost: each is durably on the disk before
// CheckoutChamp gets its answer. The profile sends the secret in the header X-Webhook-Secret (or x-relay-secret), or calls
// /checkoutchamp/<secret>. docs/relay.md has the list of fields to paste. `sequenzy-cli relay` does the same without code.
import { createServer } from 'node:http';
import { SequenzyCommerce } from 'sequenzy-commerce';
import { openFileLedger, sharedRateLimit } from 'sequenzy-commerce/node';
import { createRelay } from 'sequenzy-relay';
import { nodeListener, openEmbeddedQueue } from 'sequenzy-relay/node';

const {
  RELAY_SECRET = '',
  RELAY_FOLDER = 'relay',
  RELAY_TIMEZONE = 'America/New_York',
} = process.env;
const { SEQUENZY_API_URL: origin = 'https://api.sequenzy.com', PORT = '8080' } = process.env;

const client = new SequenzyCommerce({ rateLimit: sharedRateLimit() });

/** What was sent before: by this relay, and by `orders backfill` with the same state folder. */
async function ledger() {
  const { currentCompanyId: company = 'mine' } = await client.account.get();
  return openFileLedger({
    folder: RELAY_FOLDER,
    company,
    origin,
    name: 'relay',
    beside: ['orders'],
  });
}

const relay = createRelay({
  client,
  platform: 'checkoutchamp',
  secret: RELAY_SECRET,
  mapping: { timezone: RELAY_TIMEZONE },
  queue: await openEmbeddedQueue({ folder: `${RELAY_FOLDER}/queue` }),
  ledger,
  onNews: (news) => {
    console.error(JSON.stringify(news));
  },
});

const server = createServer(nodeListener(relay)).listen(Number(PORT), () => {
  console.log(`listening on ${server.address().port}`);
});
process.once('SIGTERM', async () => {
  server.close();
  await relay.close();
  process.exit(0);
});
