import type { Command } from 'commander';
import type { Mapping, Proposal } from 'sequenzy-sources';
import { isAddress } from 'sequenzy-sources/address';
import type { MappingChoice, TestedMapping } from 'sequenzy-jobs/input/propose-mapping.ts';
import { exitCodes, type ExitCode } from 'sequenzy-jobs/report/exit-codes.ts';
import { canAsk, confirm } from '../terminal/confirm.ts';
import { flagWording, inFlags, placeholderOf } from '../terminal/flags.ts';
import type { LabelledLines } from '../terminal/labelled.ts';
import { count } from '../terminal/wording.ts';
import type { Context } from './context.ts';
import { currency } from './currency-code.ts';
import { sheetOption } from './file-options.ts';
import type { GlobalFlags } from './global-options.ts';

interface MapFlags extends GlobalFlags {
  readonly orders?: true;
  readonly currency?: string;
  readonly sheet?: string;
  readonly set?: readonly string[];
  readonly out?: string;
}

export function addMap(program: Command, context: Context): void {
  const command = program
    .command('map')
    .description('Show how a file with columns of its own would be read, and write the mapping.')
    .argument('<file>', 'CSV, TSV, JSON, NDJSON, .xlsx or .ods, also gzipped')
    .option('--orders', 'it holds orders (default: products)')
    .option(...sheetOption)
    .option('--currency <code>', 'ISO 4217 code of amounts that carry none', currency)
    .option(
      '--set <field=rule>',
      'read a field from this column, or by this rule in JSON; may be repeated',
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    )
    .option('--out <mapping.json>', 'where the mapping goes (default: standard output)')
    .addHelpText('after', help)
    .action(async (file: string) => {
      await show(context, file, command.optsWithGlobals<MapFlags>());
    });
}

async function show(context: Context, file: string, flags: MapFlags): Promise<void> {
  const { proposeMapping, ruleIn, testMapping } =
    await import('sequenzy-jobs/input/propose-mapping.ts');
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { mappingText, showProposal, tellProblems } = await import('../terminal/proposal-view.ts');
  const { out, err, io, end } = context;
  context.begin([file]);
  const kind = flags.orders === true ? 'orders' : 'products';
  const { currency: code, sheet } = flags;
  const choice = { file, kind, currency: code, sheet } as const;
  const lines = new LabelledLines(err);
  const around = { ...io, wording: flagWording };
  const set = Object.assign({}, ...(flags.set ?? []).map(ruleIn)) as Mapping['fields']; // of rules alone
  if (flags.out !== undefined && (await edit(context, { choice, set, flags, lines }))) return;
  const isAsked = asks(context, file, flags);
  const propose = (set: Mapping['fields']): Promise<Proposal> =>
    proposeMapping(choice, set, around);
  const proposal = isAsked
    ? await (await import('../terminal/map-dialogue.ts')).mapStepByStep({ io, lines, propose })
    : await propose(set);
  if (!isAsked && flags.quiet !== true) {
    showProposal(proposal, lines, 'this is how it would be read');
    tellProblems(proposal, lines);
  }
  const { mapping, problems } = proposal;
  const tested =
    problems.length === 0 && file !== '-' ? await testMapping(choice, mapping, around) : undefined;
  if (tested !== undefined && flags.quiet !== true) tellTest(tested, lines);
  const exitCode = problems.some(({ option }) => option === undefined)
    ? exitCodes.usage
    : exitCodes.ok;
  const target = isAsked ? await placeFor(context, file, exitCode) : flags.out;
  const text = mappingText(mapping);
  if (target !== undefined) {
    const { writeMapping } = await import('sequenzy-jobs/input/write-mapping.ts');
    await writeMapping(target, `${text}\n`);
    lines.line('mapping', target);
  }
  if (flags.json === true) {
    const status = exitCode === exitCodes.ok ? 'completed' : 'failed';
    const open = problems.map(({ option, ...one }) => ({
      ...one,
      advice: inFlags(one.advice),
      ...(option !== undefined && { option: placeholderOf(option) }),
    }));
    out.json({
      command: 'map',
      status,
      exitCode,
      mapping,
      problems: open,
      tested: tested ?? null,
    });
  } else if (target === undefined) out.text(text);
  end(exitCode);
}

/** Changes the mapping file that is named, where it is there: nothing is proposed then. */
async function edit(
  { out, io, end }: Context,
  { choice, set, flags, lines }: EditParts,
): Promise<boolean> {
  const { editMapping } = await import('sequenzy-jobs/input/edit-mapping.ts');
  const { testMapping } = await import('sequenzy-jobs/input/propose-mapping.ts');
  const target = flags.out ?? '';
  const edited = await editMapping(target, set);
  if (edited === undefined) return false;
  const { mapping, changes } = edited;
  const tested = choice.file === '-' ? undefined : await testMapping(choice, mapping, io);
  if (changes.length > 0) {
    const { writeMapping } = await import('sequenzy-jobs/input/write-mapping.ts');
    const { mappingText } = await import('../terminal/proposal-view.ts');
    await writeMapping(target, `${mappingText(mapping)}\n`, true);
  }
  if (flags.quiet !== true) {
    for (const change of changes) lines.wrapped('changed', change.replace('would be', 'is now'));
    if (tested !== undefined) tellTest(tested, lines);
    lines.line('mapping', changes.length === 0 ? `${target}, unchanged` : target);
  }
  if (flags.json === true) {
    out.json({
      command: 'map',
      status: 'completed',
      exitCode: exitCodes.ok,
      mapping,
      problems: [],
      changes,
      tested: tested ?? null,
    });
  }
  end(exitCodes.ok);
  return true;
}

interface EditParts {
  readonly choice: MappingChoice;
  readonly set: Mapping['fields'];
  readonly flags: MapFlags;
  readonly lines: LabelledLines;
}

/** Whether it goes step by step: on a terminal, where no option says what is wanted. */
function asks({ io }: Context, file: string, { json, quiet, set, out }: MapFlags): boolean {
  const isSaid = json === true || quiet === true || set !== undefined || out !== undefined;
  return !isSaid && canAsk(io, { yes: false, stdinTaken: file === '-' });
}

function tellTest({ records, faulty, firstFault }: TestedMapping, lines: LabelledLines): void {
  const faults = faulty === 0 ? 'none with a fault' : `${String(faulty)} with a fault`;
  lines.line('tested', `${count(records, 'record')}, ${faults}`);
  if (firstFault !== undefined) lines.wrapped('', firstFault);
}

/** Where the mapping is saved that a dialogue has made; undefined where it is not. */
async function placeFor(
  { io }: Context,
  file: string,
  exitCode: ExitCode,
): Promise<string | undefined> {
  const { mappingPathOf } = await import('sequenzy-jobs/input/mapping-file.ts');
  const path = mappingPathOf(file);
  if (exitCode !== exitCodes.ok || isAddress(file)) return undefined;
  const isWanted = await confirm(`Save this mapping as ${path}?`, io, {
    yes: false,
    stdinTaken: false,
  });
  return isWanted ? path : undefined;
}

const help = `
Examples:
  $ sequenzy-cli map products.csv
  $ sequenzy-cli map products.csv --set price=Cost --out products.map.json
  $ sequenzy-cli map products.csv --set 'price={"from":"Cost","minorUnits":true}'
  $ sequenzy-cli map products.csv --set price=Price --out products.map.json   # changes it, if it is there
  $ sequenzy-cli map sales.csv --orders --out sales.map.json

On a terminal, without --set and --out, it asks what to read otherwise, and saves the mapping beside the file.

Exit codes: 0 the mapping is whole, 2 usage, an unreadable file, or something in the mapping is open, 1 a bug.`;
