import { writeFile } from 'node:fs/promises';
import { reasonOf } from 'sequenzy-contract';
import { isAddress, mappingPathOf } from 'sequenzy-sources/address';
import type { Mapping, Proposal } from 'sequenzy-sources';
import type { Io } from './io.ts';
import { ask } from './ask.ts';
import { confirm, type Answers } from './confirm.ts';
import type { LabelledLines } from './labelled.ts';
import { mappingText, showProposal } from './proposal-view.ts';
import { settlementFor, type Settlement } from './settlements.ts';

/**
 * Shows how a file would be read, asks whether that is correct, and offers to save it beside the file. Where one thing is
 * open, such as the currency, saying it is the answer to both.
 */
export async function acceptMapping(
  proposal: Proposal,
  io: Io,
  lines: LabelledLines,
  answers: Answers,
): Promise<false | Mapping> {
  // A mapping decides what is sent: no option answers for the user.
  const agree = (question: string): Promise<boolean> =>
    confirm(question, io, { ...answers, yes: false });
  const open = proposal.problems.map(({ option }) => settlementFor(option));
  if (open.includes(undefined)) return false;
  showProposal(proposal, lines, 'this is how it would be read');
  const mapping = await settledMapping(proposal, open.filter(isThere), io);
  if (mapping === undefined) return false;
  if (open.length !== 1 && !(await agree('Read it like this?'))) return false;
  const path = mappingPathOf(proposal.file);
  if (isAddress(proposal.file)) return mapping;
  if (!(await agree(`Save this mapping as ${path} for the next time?`))) return mapping;
  await writeFile(path, `${mappingText(mapping)}\n`, { flag: 'wx' }).catch((error: unknown) => {
    lines.line(['yellow', 'warning'], `${path} could not be written: ${reasonOf(error)}.`);
  });
  return mapping;
}

/** The mapping with what was open; undefined where the user does not say it. */
async function settledMapping(
  { mapping }: Proposal,
  open: readonly Settlement[],
  io: Io,
): Promise<Mapping | undefined> {
  const effect = open.length === 1 ? 'reads it like this; Enter: no' : 'Enter: leave it open';
  let settled = mapping;
  for (const settlement of new Set(open)) {
    let answer: string;
    do {
      answer = await ask(`${settlement.question} (an answer ${effect}) `, io);
      if (answer === '') return undefined;
    } while (!settlement.isAnswer(answer));
    settled = { ...settled, fields: { ...settled.fields, ...settlement.rules(answer, settled) } };
  }
  return settled;
}

function isThere(settlement: Settlement | undefined): settlement is Settlement {
  return settlement !== undefined;
}
