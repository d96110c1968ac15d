import { sendEvents } from 'sequenzy-jobs';
import type { Command, Explained } from '../command/definition.ts';
import { define } from '../command/define.ts';
import { connectionOf, type GlobalFlags } from '../options/global-options.ts';
import { outcomeScreen } from './outcome-screen.ts';

type EventCommand = 'orders push' | 'checkouts track' | 'back-in-stock register';

type Kind = 'order' | 'checkout' | 'back-in-stock';

type EventFlags = GlobalFlags & { readonly replay?: true };

/** A command that sends documents: checked -> sent -> told. */
function eventCommand(
  kind: Kind,
  {
    options,
    ...explained
  }: Pick<Explained, 'summary' | 'options'> & { readonly name: EventCommand },
): Command {
  const { name } = explained;
  const example = `${name} ${kind === 'order' ? 'order' : kind === 'checkout' ? 'checkout' : 'request'}.json`;
  return define({
    ...explained,
    argument: { name: 'file', description: documents },
    options,
    sends: true,
    sandbox: 'empty',
    read: (flags: EventFlags, [file = '']) => ({
      ...{ kind, file },
      replay: flags.replay === true,
      connection: connectionOf(flags),
    }),
    files: ({ file }) => [file],
    screen: outcomeScreen,
    run: sendEvents,
    async show({ faults = [], stoppedBy }, { context: { err } }) {
      const { stoppedLine } = await import('../terminal/flags.ts');
      // Every faulty field of every document.
      for (const { position, path, message } of faults) {
        err.beside([['red', 'invalid']], `document ${String(position)}  ${path}  ${message}`);
      }
      if (stoppedBy === null) return;
      const label = faults.length > 0 ? 'error' : 'stopped';
      err.beside([['red', label]], stoppedLine(stoppedBy));
    },
    document: (report) => report,
    details: [
      `Documents have the fields of the API. All are checked first: nothing is sent while one of them has a fault. ${kind === 'order' ? repeatable : unrepeatable}`,
    ],
    examples: [example, `${name} - --json < events.ndjson`],
    exitCodes: [
      '0 all accepted',
      '2 usage or invalid input (nothing sent)',
      '3 the server refused some',
      '4 key or permission refused',
      '75 stopped early, or it is not known whether one arrived',
      '130 interrupted',
      '1 a bug',
    ],
  });
}

const documents = 'JSON: one document, an array, or one document a line; - is standard input';
const repeatable =
  'Pushing an order twice never counts it twice, so every failure that may pass is repeated.';
const unrepeatable =
  'Sending it twice would fire two events: where it is not known whether a request has arrived, it is repeated only with --replay.';

const replay = {
  form: 'switch',
  description: 'send again if it is unclear whether a request arrived; may fire twice',
  group: 'safety',
} as const;

export const ordersPush = eventCommand('order', {
  name: 'orders push',
  summary: 'Push order events: one, or several one after the other.',
  options: {},
});

export const checkoutsTrack = eventCommand('checkout', {
  name: 'checkouts track',
  summary: 'Record that checkouts were started.',
  options: { replay },
});

export const backInStockRegister = eventCommand('back-in-stock', {
  name: 'back-in-stock register',
  summary: 'Put customers on the waiting list of a product.',
  options: { replay },
});
