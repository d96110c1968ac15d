import { Option, type Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { RateOption } from 'sequenzy-jobs/connect/schedule.ts';
import type { RelayRun } from '../relay/run-relay.ts';
import { withState } from '../sandbox/state.ts';
import type { Context } from './context.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { collected, port, rate } from './option-values.ts';
import { addRelayDead } from './relay-dead.ts';

interface RelayFlags extends GlobalFlags {
  readonly platform?: readonly string[];
  readonly secretFile?: readonly string[];
  readonly port: number;
  readonly host?: string;
  readonly rate?: RateOption;
  readonly timezone?: string;
  readonly currency?: string;
  readonly dateFormat?: 'DMY' | 'MDY' | 'YMD';
  readonly decimal?: '.' | ',';
  readonly includePending?: true;
  readonly includeTests?: true;
  readonly field?: readonly string[];
  readonly fetchOrder?: string;
  readonly queue: 'embedded' | 'redis';
  readonly redisUrlFile?: string;
}

export function addRelay(program: Command, context: Context): void {
  const command = program
    .command('relay')
    .description('Take webhooks of a shop platform and send their orders, without losing one.')
    .option('--platform <name>', 'whose webhooks come; may be repeated', collected)
    .option(
      '--secret-file <[platform=]path>',
      'file with the secret of the webhooks; may be repeated',
      collected,
    )
    .option('--port <n>', 'port to listen on; 0 takes a free one', port, 8080)
    .option('--host <address>', 'address to listen on (default: all of this machine)')
    .addOption(
      new Option(
        '--queue <kind>',
        'where webhooks are kept: on this machine, or on Redis by BullMQ',
      )
        .choices(['embedded', 'redis'])
        .default('embedded'),
    )
    .option('--redis-url-file <path>', 'file with the address of Redis (default: $REDIS_URL)')
    .option('--rate <n|off>', 'requests a minute (default: 100, shared with other commands)', rate)
    .option('--timezone <zone>', 'zone of times without an offset, such as America/New_York')
    .option('--currency <code>', 'currency of amounts that carry none')
    .addOption(
      new Option('--date-format <order>', 'order of day, month and year').choices([
        ...['DMY', 'MDY', 'YMD'],
      ]),
    )
    .addOption(new Option('--decimal <mark>', 'decimal separator in prices').choices(['.', ',']))
    .option('--include-pending', 'also send orders that are not paid yet')
    .option('--include-tests', 'also send test orders')
    .option(
      '--field <theirs=ours>',
      'what a parameter of a postback stands for; may be repeated',
      collected,
    )
    .option(
      '--fetch-order <module>',
      'JavaScript module that fetches an order, for webhooks that only name one',
    )
    .addHelpText('after', help)
    .action(async () => {
      await serve(context, command.optsWithGlobals<RelayFlags>());
    });
  addRelayDead(command, context);
}

async function serve(context: Context, flags: RelayFlags): Promise<void> {
  const { out, err, end } = context;
  const { runRelay } = await import('../relay/run-relay.ts');
  await withState(flags, async (stateDir) => {
    await runRelay(context, {
      ...runOf(flags),
      stateDir,
      onListening: (url) => {
        if (flags.json === true) {
          out.json({ command: 'relay', status: 'listening', exitCode: exitCodes.ok, url });
        } else if (flags.quiet !== true) {
          err.line(`The relay listens at ${url}. End it with Ctrl-C: what has come is kept.`);
        }
      },
    });
  });
  end(exitCodes.ok);
}

function runOf(flags: RelayFlags): Omit<RelayRun, 'stateDir' | 'onListening'> {
  const { platform = [], secretFile = [], field = [], fetchOrder, host } = flags;
  const { timezone, currency, dateFormat, decimal, includePending, includeTests } = flags;
  return {
    ...{ platform, secretFile, field, fetchOrder, host, port: flags.port },
    ...{ queue: flags.queue, redisUrlFile: flags.redisUrlFile },
    connection: connectionOf(flags, flags.rate),
    isQuiet: flags.quiet === true,
    mapping: {
      ...(timezone !== undefined && { timezone }),
      ...(currency !== undefined && { currency }),
      ...(dateFormat !== undefined && { dateFormat }),
      ...(decimal !== undefined && { decimal }),
      ...(includePending && { includePending }),
      ...(includeTests && { includeTests }),
    },
  };
}

const help = `
Each webhook is checked against its secret, kept on the disk, and only then answered; from there orders go to Sequenzy in
order, before catalogs and backfills. The process may be killed at any moment. One that comes twice is sent once, also
beside orders backfill with the same state folder.

Webhooks come to /<platform>, with a secret that is not a signature in the header X-Webhook-Secret, or to
/<platform>/<secret>. /healthz, /readyz and /metrics (Prometheus) watch it. Each event is a JSON document on standard error.

What cannot be read or is refused is kept: see relay dead. docs/relay.md has setups to paste for each platform.

Examples:
  $ sequenzy-cli relay --platform woocommerce --secret-file secret --port 8080
  $ sequenzy-cli relay --platform shopify --platform woocommerce --secret-file shopify=a --secret-file woocommerce=b

Exit codes: 0 ended by a signal, 2 usage, no key, or a port that cannot be used, 75 another relay uses the state folder,
or the disk is full, 1 a bug.`;
