import { programWording, Secrets, systemClock } from 'sequenzy-contract';
import { SequenzyCommerce } from 'sequenzy-commerce';
import { openFileLedger } from 'sequenzy-commerce/node';
import { createSandbox } from 'sequenzy-sandbox';
import { openCatalog } from 'sequenzy-sources';
import { tempFolder } from 'sequenzy-testkit';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { Rejections } from '../../rejects/rejections.ts';
import { Job } from '../../job/job.ts';
import { carryOut, type Means } from './carry-out.ts';
import { planCatalog } from './plan.ts';

it('where everything is unchanged the records are read once, and the figures are those of sending', async () => {
  const folder = await tempFolder();
  const file = join(folder, 'products.csv');
  await writeFile(file, 'productId,title,price,currency\na,A,1.00,USD\nb,B,2.00,USD\n');
  const { fetch } = createSandbox();
  const baseUrl = 'https://sandbox.invalid';
  const client = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch, baseUrl });
  const ledger = await openFileLedger({ folder, company: 'co_1', origin: baseUrl });
  const catalog = await openCatalog([file]);
  let readings = 0;
  const { counts, lacksPages, variantFields } = catalog;
  const input = {
    records: () => {
      readings += 1;
      return catalog.records();
    },
    ...{ counts, lacksPages, variantFields },
  };
  const { signal } = new AbortController();
  const io = { env: {}, stdin: new PassThrough(), clock: systemClock, interruption: signal };
  const onEvent = (): void => undefined;
  const job = new Job({
    io,
    secrets: new Secrets(),
    decide: {},
    onEvent,
    run: undefined,
    wording: programWording,
  });
  const sync = async (full = false) => {
    readings = 0;
    const rejections = new Rejections(0, undefined);
    const shared = { rate: undefined, signal, rejections, full };
    const plan = await planCatalog(input, { ...shared, ledger, final: false, prune: undefined });
    const means: Means = {
      ...{ job, ledger, rejections, feed: undefined },
      connection: {
        client,
        identity: { key: 'k', origin: baseUrl },
        rate: undefined,
        proxy: undefined,
      },
    };
    const choices = { concurrency: undefined, isolationBudget: undefined, maxRestocks: undefined };
    const { delivery } = await carryOut(plan, input, { ...choices, full, prune: undefined }, means);
    return { readings, ...delivery };
  };
  expect(await sync()).toMatchObject({ readings: 2, records: { accepted: 2, unchanged: 0 } });
  const again = await sync();
  expect(again).toMatchObject({ readings: 1, status: 'completed', requests: { sent: 0 } });
  expect(again.records).toMatchObject({ read: 2, accepted: 0, unchanged: 2 });
  expect(await sync(true)).toMatchObject({ readings: 2, records: { accepted: 2, unchanged: 0 } });
  await ledger.close();
  await catalog.close();
});
