import { Command } from 'commander';
import { addCatalogCheck } from './catalog-check.ts';
import { addCatalogDelete } from './catalog-delete.ts';
import { addCatalogDiff } from './catalog-diff.ts';
import { addCatalogSync } from './catalog-sync.ts';
import { addCatalogGet } from './catalog-get.ts';
import { addCatalogList } from './catalog-list.ts';
import { addCatalogStock } from './catalog-stock.ts';
import type { Context } from './context.ts';
import { addDoctor } from './doctor.ts';
import { addQuota } from './quota.ts';
import { addGlobalOptions } from './global-options.ts';
import { addOrders } from './orders.ts';
import { addRelay } from './relay.ts';
import { addRuns } from './runs.ts';
import { addSandbox } from './sandbox.ts';
import { addMap } from './map.ts';
import { addSources } from './sources.ts';
import { addBackInStock, addCheckouts } from './single-events.ts';

/** Every command there is. */
export function buildProgram(context: Context): Command {
  const program = new Command('sequenzy-cli')
    .description('Feeds Sequenzy from the exports of a shop. Independent of the vendor.')
    .version(__VERSION__)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => {
        context.out.text(text);
      },
      writeErr: (text) => {
        context.err.text(text);
      },
      // Usage errors are thrown, and told where all errors are.
      outputError: () => undefined,
    })
    .addHelpText('after', help);
  addGlobalOptions(program);
  const catalog = program
    .command('catalog')
    .description('Products: sync, check, diff, stock, list, get, delete.');
  addCatalogSync(catalog, context);
  addCatalogCheck(catalog, context);
  addCatalogDiff(catalog, context);
  addCatalogStock(catalog, context);
  addCatalogList(catalog, context);
  addCatalogGet(catalog, context);
  addCatalogDelete(catalog, context);
  addOrders(program, context);
  addRelay(program, context);
  addCheckouts(program, context);
  addBackInStock(program, context);
  addSources(program, context);
  addMap(program, context);
  addRuns(program, context);
  addDoctor(program, context);
  addQuota(program, context);
  addSandbox(program, context);
  return program;
}

const help = `
Examples:
  $ sequenzy-cli catalog check products.csv
  $ sequenzy-cli --sandbox catalog sync products.csv
  $ SEQUENZY_API_KEY=… sequenzy-cli catalog sync products.csv

The key comes from SEQUENZY_API_KEY or --api-key-file, never from an argument.`;
