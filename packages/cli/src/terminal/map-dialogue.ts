import type { Mapping, Proposal } from 'sequenzy-sources';
import { UserError } from 'sequenzy-jobs';
import { ask } from './ask.ts';
import type { Io } from './io.ts';
import type { LabelledLines } from './labelled.ts';
import { showProposal, tellProblems } from './proposal-view.ts';
import { settlementFor } from './settlements.ts';

/** Field -> column, template, or rule; also a rule in JSON. */
type Rules = Mapping['fields'];

/** What the dialogue needs of the command. */
export interface MapSteps {
  readonly io: Io;
  readonly lines: LabelledLines;
  /** The proposal with these rules. */
  readonly propose: (set: Rules) => Promise<Proposal>;
}

/** Shows the mapping and asks what to change, until nothing is; what is still open then stays in the proposal. */
export async function mapStepByStep({ io, lines, propose }: MapSteps): Promise<Proposal> {
  let set: Rules = {};
  let proposal = await propose(set);
  for (;;) {
    showProposal(proposal, lines, 'this is how it would be read');
    tellProblems(proposal, lines);
    const settled = await settle(proposal, io);
    if (settled === undefined) return proposal;
    try {
      const changed = { ...set, ...settled() };
      proposal = await propose(changed);
      set = changed;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      lines.line(['yellow', 'again'], error.message);
    }
  }
}

/** What the user says of one thing; undefined where nothing is to be changed any more. */
async function settle(
  { mapping, problems, columns }: Proposal,
  io: Io,
): Promise<(() => Rules) | undefined> {
  const [asked] = problems.flatMap(({ option }) => settlementFor(option) ?? []);
  if (asked !== undefined) {
    const answer = await ask(`${asked.question} (Enter: leave it open) `, io);
    if (answer !== '') return () => asked.rules(answer, mapping);
  }
  const field = await ask('Field to read otherwise, such as price (Enter: none)? ', io);
  if (field === '') return undefined;
  const said = await ask(`Column, template or rule of ${field}? `, io);
  return () => {
    const isColumn = !said.includes('{');
    if (said === '' || (isColumn && !columns.some(({ name }) => name === said))) {
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      throw new UserError('bad-mapping', `There is no column "${said}". There are ${names}.`, '');
    }
    return { [field]: said };
  };
}
