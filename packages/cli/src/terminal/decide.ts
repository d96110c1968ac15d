import type { Decisions, TotalsChoice } from 'sequenzy-jobs/job/decisions.ts';
import { totalsChoices } from 'sequenzy-jobs/orders/totals/totals-choice.ts';
import { acceptMapping } from './accept-mapping.ts';
import { ask } from './ask.ts';
import { canAsk, confirm, type Answers } from './confirm.ts';
import type { Io } from './io.ts';
import type { LabelledLines } from './labelled.ts';
import { sendingQuestion } from './orders-firing.ts';
import { deletionQuestion } from './plan-lines.ts';
import { count } from './wording.ts';

/** Asks on a terminal what a job asks. `--yes` agrees to everything, and chooses nothing. */
export function decideOn(io: Io, lines: LabelledLines, answers: Answers): Decisions {
  const agree = (question: string): Promise<boolean> => confirm(question, io, answers);
  const choices: Decisions = canAsk(io, answers)
    ? {
        async chooseSource({ problem, candidates }) {
          const answer = await ask(`${problem} Which one, ${candidates.join(' or ')}? `, io);
          return candidates.find((name) => name === answer.toLowerCase());
        },
        acceptMapping: (proposal) => acceptMapping(proposal, io, lines, answers),
        async chooseTotals() {
          const names = Object.keys(totalsChoices) as TotalsChoice[]; // its own keys
          const offered = names.filter((name) => name !== 'columns');
          lines.line('totals', 'Where do the customers’ lifetime totals come from?');
          for (const name of offered) lines.line(name, totalsChoices[name]);
          const answer = await ask(`${offered.join(' or ')}? `, io);
          return offered.find((name) => name === answer.toLowerCase());
        },
      }
    : {};
  if (!answers.yes && !canAsk(io, answers)) return choices;
  return {
    ...choices,
    replaceFile: (file, by) =>
      agree(
        by === 'rejects'
          ? `${file} exists and is not a rejects file. Replace it?`
          : `${file} exists. Replace it?`,
      ),
    deleteProducts: (gone) => agree(deletionQuestion(gone)),
    undoRun: ({ changes }) =>
      agree(`Change ${count(changes.count, 'product')} back? E-mail that was sent stays sent.`),
    writeTest: (email) =>
      agree(`Push a test product and two test orders for ${email}? They can start automations.`),
    sendOrders: (plan) => agree(sendingQuestion(plan)),
  };
}
