import type { Command } from 'commander';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
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
      '--set <field=column>',
      'read a field from this column; may be repeated',
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    )
    .option('--out <mapping.json>', 'where the mapping goes (default: standard output)')
    .addHelpText('after', help)
    .action(async (file: string) => {
      await show(context, file, command.optsWithGlobals<MapFlags>());
    });
}

async function show(context: Context, file: string, flags: MapFlags): Promise<void> {
  const { proposeMapping } = await import('sequenzy-jobs/input/propose-mapping.ts');
  const { writeMapping } = await import('sequenzy-jobs/input/write-mapping.ts');
  const { inFlags } = await import('../terminal/flags.ts');
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { mappingText, showProposal } = await import('../terminal/proposal-view.ts');
  const { out, err, io, end } = context;
  context.begin([file]);
  const kind = flags.orders === true ? 'orders' : 'products';
  const { currency: code, sheet, set = [] } = flags;
  const choice = { file, kind, set, currency: code, sheet } as const;
  const { mapping, problems, ...proposal } = await proposeMapping(choice, io);
  const lines = new LabelledLines(err);
  if (flags.quiet !== true) {
    showProposal({ ...proposal, mapping, problems }, lines, 'this is how it would be read');
  }
  for (const { problem, advice } of problems)
    lines.wrapped(['yellow', 'open'], `${problem}. ${inFlags(advice)}`);
  const text = mappingText(mapping);
  if (flags.out !== undefined) {
    await writeMapping(flags.out, `${text}\n`);
    lines.line('mapping', flags.out);
  }
  const exitCode = problems.some(({ option }) => option === undefined)
    ? exitCodes.usage
    : exitCodes.ok;
  if (flags.json === true) {
    const status = exitCode === exitCodes.ok ? 'completed' : 'failed';
    out.json({ command: 'map', status, exitCode, mapping, problems });
  } else if (flags.out === undefined) out.text(text);
  end(exitCode);
}

const help = `
Examples:
  $ sequenzy-cli map products.csv
  $ sequenzy-cli map products.csv --set price=Cost --out products.map.json
  $ sequenzy-cli map sales.csv --orders --out sales.map.json

Exit codes: 0 the mapping is whole, 2 usage, an unreadable file, or something in the mapping is open, 1 a bug.`;
