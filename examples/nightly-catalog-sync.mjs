// For cron: puts tonight's product export into Sequenzy. What has not changed since the last night is not sent.
//   node nightly-catalog-sync.mjs products.csv USD state-folder
// Needs SEQUENZY_API_KEY. Exit codes: 0 done, 1 some products were rejected, 75 stopped, run again to carry on.
import { SequenzyCommerce } from 'sequenzy-commerce';
import { openFileLedger } from 'sequenzy-commerce/node';
import { openCatalog } from 'sequenzy-sources';

const [file = 'products.csv', currency = 'USD', folder = 'state'] = process.argv.slice(2);

const sequenzy = new SequenzyCommerce();
const { currentCompanyId } = await sequenzy.account.get();
const origin = process.env.SEQUENZY_API_URL ?? 'https://api.sequenzy.com';

const catalog = await openCatalog([file], { currency });
const ledger = await openFileLedger({ folder, company: currentCompanyId ?? 'default', origin });

let faulty = 0;

async function* products() {
  for await (const { product, faults, line } of catalog.records()) {
    if (product !== undefined) yield product;
    else {
      faulty += 1;
      console.error(`${file}:${line}: ${faults.map(({ message }) => message).join('; ')}`);
    }
  }
}

// The first Ctrl-C, or the container being stopped, lets what is under way finish.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());

try {
  const { status, records, requests, stoppedBy } = await sequenzy.products.sync(products(), {
    ledger,
    signal: stop.signal,
    onOutcome(outcome) {
      if (outcome.status !== 'rejected') return;
      console.error(`${outcome.key}: ${outcome.reasons.map(({ message }) => message).join('; ')}`);
    },
  });
  const rejected = records.rejected + faulty;
  console.log(
    `${status}: ${records.accepted} sent in ${requests.sent} requests, ${records.unchanged} unchanged, ${rejected} rejected`,
  );
  if (status === 'stopped') {
    console.error(`${stoppedBy?.message}. Run it again to carry on.`);
    process.exitCode = 75;
  } else if (rejected > 0) process.exitCode = 1;
} finally {
  await ledger.close();
  await catalog.close();
}
