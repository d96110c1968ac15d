import { writeFile } from 'node:fs/promises';
import { isAddress } from 'sequenzy-sources/address';
import type { Proposal } from 'sequenzy-sources';
import { mappingPathOf } from 'sequenzy-jobs/input/mapping-file.ts';
import { reasonOf } from 'sequenzy-jobs/report/system-error.ts';
import type { Io } from './io.ts';
import { confirm, type Answers } from './confirm.ts';
import type { LabelledLines } from './labelled.ts';
import { mappingText, showProposal } from './proposal-view.ts';

/** Shows how a file would be read, asks whether that is right, and offers to save it beside the file. */
export async function acceptMapping(
  proposal: Proposal,
  io: Io,
  lines: LabelledLines,
  answers: Answers,
): Promise<boolean> {
  const { file, mapping } = proposal;
  // A mapping decides what is sent: no option answers for the user.
  const ask = (question: string): Promise<boolean> =>
    confirm(question, io, { ...answers, yes: false });
  showProposal(proposal, lines, 'this is how it would be read');
  if (!(await ask('Read it like this?'))) return false;
  const path = mappingPathOf(file);
  if (isAddress(file) || !(await ask(`Save this mapping as ${path} for the next time?`)))
    return true;
  await writeFile(path, `${mappingText(mapping)}\n`, { flag: 'wx' }).catch((error: unknown) => {
    lines.line(['yellow', 'warning'], `${path} could not be written: ${reasonOf(error)}.`);
  });
  return true;
}
