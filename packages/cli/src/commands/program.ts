import { Command as Parser, CommanderError } from 'commander';
import { addCommands, addOptions, type Subject } from '../command/build.ts';
import type { Context } from '../command/context.ts';
import type { Command } from '../command/definition.ts';
import { commandHelp, programHelp, subjectHelp } from '../command/help.ts';
import { globalOptions } from '../options/global-options.ts';
import { catalogApply } from './catalog-apply.ts';
import { catalogCheck } from './catalog-check.ts';
import { catalogDelete } from './catalog-delete.ts';
import { catalogDiff } from './catalog-diff.ts';
import { catalogGet } from './catalog-get.ts';
import { catalogList } from './catalog-list.ts';
import { catalogPreview } from './catalog-preview.ts';
import { catalogStock } from './catalog-stock.ts';
import { catalogSync } from './catalog-sync.ts';
import { completion } from './completion.ts';
import { catalogUndo } from './catalog-undo.ts';
import { configShow } from './config-show.ts';
import { doctor } from './doctor.ts';
import { topicText, topics } from './help-topics.ts';
import { init } from './init.ts';
import { map } from './map.ts';
import { ordersBackfill } from './orders-backfill.ts';
import { ordersCheck } from './orders-check.ts';
import { ordersForget } from './orders-forget.ts';
import { ordersRelease } from './orders-release.ts';
import { ordersVerify } from './orders-verify.ts';
import { quota } from './quota.ts';
import { relay } from './relay.ts';
import { relayDeadDrop, relayDeadList, relayDeadRetry, relayDeadShow } from './relay-dead.ts';
import { privacyErase } from './privacy-erase.ts';
import { rehearsalOf, rehearse } from './rehearse.ts';
import { run } from './run.ts';
import { runs, runsReport, runsShow, runsWatch } from './runs.ts';
import { sandbox } from './sandbox.ts';
import { backInStockRegister, checkoutsTrack, ordersPush } from './single-events.ts';
import { status } from './status.ts';
import { sourcesList, sourcesShow } from './sources.ts';

/** What commands are about. */
const subjects: readonly Subject[] = [
  {
    name: 'catalog',
    summary: 'Products: sync, apply, undo, check, preview, diff, stock, list, get, delete.',
  },
  { name: 'orders', summary: 'Orders: backfill, check, forget, push, release, verify.' },
  { name: 'checkouts', summary: 'Checkouts: track.' },
  { name: 'back-in-stock', summary: 'Back-in-stock requests: register.' },
  {
    name: 'relay dead',
    summary: 'Webhooks that were unreadable or refused: list, show, retry, drop.',
  },
  { name: 'privacy', summary: 'What is stored of customers: erase.' },
  { name: 'config', summary: 'The config of run: show.' },
  { name: 'sources', summary: 'File formats it can read: list, show.' },
];

/** Every command there is. */
export const commands: readonly Command[] = [
  ...[catalogSync, catalogApply, catalogUndo, catalogCheck, catalogPreview],
  ...[catalogDiff, catalogStock, catalogList, catalogGet, catalogDelete],
  ...[ordersBackfill, ordersCheck, ordersForget, ordersPush, ordersRelease, ordersVerify],
  ...[checkoutsTrack, backInStockRegister, sourcesList, sourcesShow, map],
  ...[relay, relayDeadList, relayDeadShow, relayDeadRetry, relayDeadDrop],
  ...[run, init, configShow, status, privacyErase],
  ...[runs, runsShow, runsWatch, runsReport, doctor, quota, rehearse, sandbox, completion],
];

/** Those that can be rehearsed, below `rehearse`. */
const rehearsals = commands.filter((one) => one.rehearse !== undefined).map(rehearsalOf);

/** What help and completion know. */
export const known = { subjects, commands, topics };

/** The commands as the line is parsed by. */
export function buildProgram(context: Context): Parser {
  const { out, err } = context;
  const program = new Parser('sequenzy-cli')
    .description('Feeds Sequenzy from the exports of a shop. Independent of the vendor.')
    .version(__VERSION__)
    .exitOverride()
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => {
        out.text(text);
      },
      writeErr: (text) => {
        err.text(text);
      },
      // Usage errors are thrown, and told where all errors are.
      outputError: () => undefined,
    })
    .configureHelp({ formatHelp: (parser) => helpOf(pathOf(parser), { width: out.columns }) });
  addOptions(program, globalOptions);
  addCommands(program, { subjects, commands: [...commands, ...rehearsals] }, context);
  program.option('--help-all', 'also the options that few need');
  program.on('option:help-all', () => {
    const path = pathIn(program, context.argv);
    out.text(helpOf(path, { width: out.columns, isWhole: true }));
    throw new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)');
  });
  program
    .command('help [words...]')
    .description('Show help for a command or a topic.')
    .action((words: string[]) => {
      out.text(topicText(words[0] ?? '', out.columns) ?? helpOf(words, { width: out.columns }));
    });
  return program;
}

interface HelpWish {
  /** Columns of the terminal; undefined where it is none. */
  readonly width: number | undefined;
  /** Whether rare options and details are shown. */
  readonly isWhole?: boolean;
}

/** @param words Names of a command, as far as they are known. */
function helpOf(words: readonly string[], wish: HelpWish): string {
  const name = words.join(' ');
  const command = [...commands, ...rehearsals].find((one) => one.name === name);
  const below = commands.filter((one) => one.name.startsWith(`${name} `));
  if (command !== undefined) return commandHelp(command, below, wish);
  const subject = subjects.find((one) => one.name === name);
  if (subject !== undefined) return subjectHelp(subject, below, wish);
  if (name !== '') throw unknown(name);
  return programHelp({ subjects, commands, topics }, wish);
}

function unknown(name: string): CommanderError {
  return new CommanderError(1, 'commander.unknownCommand', `error: unknown command '${name}'`);
}

/** `catalog sync` of its parser. */
function pathOf(parser: Parser): readonly string[] {
  return parser.parent === null ? [] : [...pathOf(parser.parent), parser.name()];
}

/** The names of commands among words, wherever options stand. */
function pathIn(program: Parser, words: readonly string[]): readonly string[] {
  let at = program;
  const path: string[] = [];
  for (const word of words) {
    const next = at.commands.find((one) => one.name() === word);
    if (next === undefined) continue;
    path.push(word);
    at = next;
  }
  return path;
}
