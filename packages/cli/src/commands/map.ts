import { exitCodes, proposeMapping, testMapping, UserError, type ExitCode } from 'sequenzy-jobs';
import type { Proposal } from 'sequenzy-sources';
import { isAddress, mappingPathOf } from 'sequenzy-sources/address';
import type { Context } from '../command/context.ts';
import type { Command } from '../command/definition.ts';
import { surroundingsOf } from '../command/surroundings.ts';
import type { GlobalFlags } from '../options/global-options.ts';
import type { FlagsOf, OptionTable } from '../options/option.ts';
import { productOptions } from '../options/product-options.ts';
import { canAsk, confirm } from '../terminal/confirm.ts';
import { completed } from '../documents/completed.ts';
import type { DocumentOf } from '../documents/documents.ts';
import { inFlags, placeholderOf } from '../terminal/flags.ts';
import type { LabelledLines } from '../terminal/labelled.ts';
import { count } from '../terminal/wording.ts';

const options = {
  orders: { form: 'switch', description: 'it holds orders', default: 'products', group: 'input' },
  sheet: productOptions.sheet,
  currency: productOptions.currency,
  set: {
    form: 'texts',
    value: '<field=rule>',
    description: 'read a field from this column, or by this rule in JSON; may be repeated',
    group: 'input',
  },
  out: {
    form: 'text',
    value: '<mapping.json>',
    description: 'where the mapping goes',
    default: 'standard output',
    group: 'output',
  },
} as const satisfies OptionTable;

type Rules = Proposal['mapping']['fields'];

type TestedMapping = Awaited<ReturnType<typeof testMapping>>;

type MapFlags = FlagsOf<typeof options> & GlobalFlags;

/** It is not a single job: on a terminal it proposes as often as its user changes something. */
export const map: Command = {
  name: 'map',
  summary: 'Show how a file with columns of its own would be read, and write the mapping.',
  argument: {
    name: 'file',
    description: 'CSV, TSV, JSON, NDJSON, .xlsx or .ods, also gzipped',
  },
  options,
  perform: (context, flags, [file = '']) => show(context, file, flags),
  details: [
    'On a terminal, without --set and --out, it asks what to read otherwise, and saves the mapping beside the file.',
  ],
  examples: [
    'map products.csv',
    'map products.csv --set price=Cost --out products.map.json',
    `map products.csv --set 'price={"from":"Cost","minorUnits":true}'`,
    'map products.csv --set price=Price --out products.map.json   # changes it, if it is there',
    'map sales.csv --orders --out sales.map.json',
  ],
  exitCodes: [
    '0 the mapping is whole',
    '2 usage, an unreadable file, or something in the mapping is open',
    '1 a bug',
  ],
};

async function show(context: Context, file: string, flags: MapFlags): Promise<void> {
  const { LabelledLines } = await import('../terminal/labelled.ts');
  const { mappingText, showProposal, tellProblems } = await import('../terminal/proposal-view.ts');
  const { out, err, io, end } = context;
  context.begin([file]);
  const kind = flags.orders === true ? 'orders' : 'products';
  const { currency, sheet } = flags;
  const choice = { file, kind, currency, sheet } as const;
  const lines = new LabelledLines(err);
  const around = surroundingsOf(context, () => undefined);
  const set = Object.fromEntries((flags.set ?? []).map(ruleIn));
  if (flags.out !== undefined && (await edit(context, { choice, set, flags, lines }))) return;
  const isAsked = asks(context, file, flags);
  const propose = (set: Rules): Promise<Proposal> => proposeMapping({ ...choice, set }, around);
  const proposal = isAsked
    ? await (await import('../terminal/map-dialogue.ts')).mapStepByStep({ io, lines, propose })
    : await propose(set);
  if (!isAsked && flags.quiet !== true) {
    showProposal(proposal, lines, 'this is how it would be read');
    tellProblems(proposal, lines);
  }
  const { mapping, problems } = proposal;
  const tested =
    problems.length === 0 && file !== '-'
      ? await testMapping({ ...choice, mapping }, around)
      : undefined;
  if (tested !== undefined && flags.quiet !== true) tellTest(tested, lines);
  const exitCode = problems.some(({ option }) => option === undefined)
    ? exitCodes.usage
    : exitCodes.ok;
  const target = isAsked ? await placeFor(context, file, exitCode) : flags.out;
  const text = mappingText(mapping);
  if (target !== undefined) {
    const { writeMapping } = await import('sequenzy-jobs/mapping/write-mapping.ts');
    await writeMapping(target, `${text}\n`);
    lines.whole('mapping', target);
  }
  if (flags.json === true) {
    const status = exitCode === exitCodes.ok ? 'completed' : 'failed';
    const open = problems.map(toldProblem);
    const document: DocumentOf<'map'> = {
      ...{ command: 'map', status, exitCode, mapping },
      ...{ problems: open, tested: tested ?? null },
    };
    out.json(document);
  } else if (target === undefined) out.text(text);
  end(exitCode);
}

/** `price=Cost` and `price={"from":"Cost","minorUnits":true}` -> a field and what is said of it. */
function ruleIn(text: string): [field: string, said: string] {
  const [, field = '', said = ''] = /^([\w.]+)=(.+)$/s.exec(text) ?? [];
  if (field !== '') return [field, said.trim()];
  throw new UserError('usage', `"${text}" is not a field and a column`, 'Write price=Cost.');
}

function toldProblem({ option, advice, ...problem }: Proposal['problems'][number]) {
  return {
    ...problem,
    advice: inFlags(advice),
    ...(option !== undefined && { option: placeholderOf(option) }),
  };
}

interface EditParts {
  readonly choice: Omit<Parameters<typeof testMapping>[0], 'mapping'>;
  readonly set: Rules;
  readonly flags: MapFlags;
  readonly lines: LabelledLines;
}

/** Changes the mapping file that is named, where it is there: nothing is proposed then. */
async function edit(context: Context, { choice, set, flags, lines }: EditParts): Promise<boolean> {
  const { editMapping } = await import('sequenzy-jobs/mapping/edit-mapping.ts');
  const { out, end } = context;
  const target = flags.out ?? '';
  const edited = await editMapping(target, set);
  if (edited === undefined) return false;
  const { mapping, changes } = edited;
  const around = surroundingsOf(context, () => undefined);
  const tested =
    choice.file === '-' ? undefined : await testMapping({ ...choice, mapping }, around);
  if (changes.length > 0) {
    const { writeMapping } = await import('sequenzy-jobs/mapping/write-mapping.ts');
    const { mappingText } = await import('../terminal/proposal-view.ts');
    await writeMapping(target, `${mappingText(mapping)}\n`, true);
  }
  if (flags.quiet !== true) {
    for (const change of changes) lines.line('changed', change.replace('would be', 'is now'));
    if (tested !== undefined) tellTest(tested, lines);
    lines.line('mapping', changes.length === 0 ? `${target}, unchanged` : target);
  }
  if (flags.json === true) {
    const done = { ...completed('map'), mapping, problems: [], changes };
    out.json({ ...done, tested: tested ?? null } satisfies DocumentOf<'map'>);
  }
  end(exitCodes.ok);
  return true;
}

/** Whether it goes step by step: on a terminal, where no option says what is wanted. */
function asks({ io }: Context, file: string, { json, quiet, set, out }: MapFlags): boolean {
  const isSaid = json === true || quiet === true || set !== undefined || out !== undefined;
  return !isSaid && canAsk(io, { yes: false, stdinTaken: file === '-' });
}

function tellTest({ records, faulty, firstFault }: TestedMapping, lines: LabelledLines): void {
  const faults = faulty === 0 ? 'none with a fault' : `${String(faulty)} with a fault`;
  lines.line('tested', `${count(records, 'record')}, ${faults}`);
  if (firstFault !== undefined) lines.line('', firstFault);
}

/** Where the mapping is saved that a dialogue has made; undefined where it is not. */
async function placeFor(
  { io }: Context,
  file: string,
  exitCode: ExitCode,
): Promise<string | undefined> {
  const path = mappingPathOf(file);
  if (exitCode !== exitCodes.ok || isAddress(file)) return undefined;
  const isWanted = await confirm(`Save this mapping as ${path}?`, io, {
    yes: false,
    stdinTaken: false,
  });
  return isWanted ? path : undefined;
}
