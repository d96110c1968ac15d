import type { Command } from 'commander';
import type { Context } from './context.ts';
import { pushEvents, type EventFlags } from './push-events.ts';

export function addOrdersPush(orders: Command, context: Context): void {
  const command = orders
    .command('push')
    .description('Push order events: one, or several one after the other.')
    .argument('<file>', documents)
    .addHelpText('after', help('orders push order.json', repeatable))
    .action(async (file: string) => {
      await pushEvents(context, command.optsWithGlobals<EventFlags>(), {
        kind: 'order',
        file,
      });
    });
}

export function addCheckouts(program: Command, context: Context): void {
  const command = program
    .command('checkouts')
    .description('Checkouts: track.')
    .command('track')
    .description('Record that checkouts were started.')
    .argument('<file>', documents)
    .option('--replay', replay)
    .addHelpText('after', help('checkouts track checkout.json', unrepeatable))
    .action(async (file: string) => {
      await pushEvents(context, command.optsWithGlobals<EventFlags>(), {
        kind: 'checkout',
        file,
      });
    });
}

export function addBackInStock(program: Command, context: Context): void {
  const command = program
    .command('back-in-stock')
    .description('Back-in-stock requests: register.')
    .command('register')
    .description('Put customers on the waiting list of a product.')
    .argument('<file>', documents)
    .option('--replay', replay)
    .addHelpText('after', help('back-in-stock register request.json', unrepeatable))
    .action(async (file: string) => {
      await pushEvents(context, command.optsWithGlobals<EventFlags>(), {
        kind: 'back-in-stock',
        file,
      });
    });
}

const documents = 'JSON: one document, an array, or one document a line; - is standard input';
const replay = 'send again where it is not known whether a request has arrived: may fire twice';
const repeatable =
  'Pushing an order twice never counts it twice, so every failure that may pass is repeated.';
const unrepeatable =
  'Sending it twice would fire two events: where it is not known whether a request has arrived, it is repeated only with --replay.';

function help(example: string, repeating: string): string {
  return `
Documents have the fields of the API. All are checked first: nothing is sent while one of them has a fault.
${repeating}

Examples:
  $ sequenzy-cli ${example}
  $ sequenzy-cli ${example.replace(/\S+$/, '-')} --json < events.ndjson

Exit codes: 0 all accepted, 2 usage or invalid input (nothing sent), 3 the server refused some, 4 key or permission
refused, 75 stopped early, or it is not known whether one arrived, 130 interrupted, 1 a bug.`;
}
