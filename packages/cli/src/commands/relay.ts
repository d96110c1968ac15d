import { exitCodes } from 'sequenzy-jobs';
import type { Context } from '../command/context.ts';
import type { Command } from '../command/definition.ts';
import type { DocumentOf } from '../documents/documents.ts';
import { relayOptions, relayRunOf, type RelayFlags } from '../options/relay-options.ts';
import { withState } from '../sandbox/state.ts';

/** It is not a job: it serves until it is interrupted, and tells its address while it does. */
export const relay: Command = {
  name: 'relay',
  summary: 'Receive webhooks of a shop platform and send their orders, without losing one.',
  options: relayOptions,
  // Commander has read them by the table of this command.
  perform: (context, flags) => serve(context, flags as RelayFlags),
  details: [
    'Each webhook is checked against its secret, kept on the disk, and only then answered; from there orders go to Sequenzy in order, before catalogs and backfills. The process may be killed at any moment. One that comes twice is sent once, also beside orders backfill with the same state folder.',
    'Webhooks come to /<platform>, with a secret that is not a signature in the header X-Webhook-Secret, or to /<platform>/<secret>. /healthz, /readyz and /metrics (Prometheus) watch it. Each event is a JSON document on standard error.',
    'What cannot be read or is refused is kept: see relay dead. docs/relay.md has setups to paste for each platform.',
  ],
  examples: [
    'relay --platform woocommerce --secret-file secret --port 8080',
    'relay --platform shopify --platform woocommerce --secret-file shopify=a --secret-file woocommerce=b',
  ],
  exitCodes: [
    '0 ended by a signal',
    '2 usage, no key, or a port that cannot be used',
    '75 another relay uses the state folder, or the disk is full',
    '1 a bug',
  ],
};

async function serve(context: Context, flags: RelayFlags): Promise<void> {
  const { out, err, end } = context;
  const { runRelay } = await import('../relay/run-relay.ts');
  await withState(flags, async (stateDir) => {
    await runRelay(context, {
      ...relayRunOf(flags),
      stateDir,
      onListening: (url) => {
        if (flags.json === true) {
          const listening = {
            command: 'relay',
            status: 'listening',
            exitCode: exitCodes.ok,
          } as const;
          out.json({ ...listening, url } satisfies DocumentOf<'relay'>);
        } else if (flags.quiet !== true) {
          err.sentence(`The relay listens at ${url}. End it with Ctrl-C: what has come is kept.`);
        }
      },
    });
  });
  end(exitCodes.ok);
}
