import type { Mapping, Proposal } from 'sequenzy-sources';
import { adviceOf } from '../report/advice.ts';
import { UserError } from '../report/user-error.ts';
import { option, say, worded } from 'sequenzy-contract';

/** A file could be read by a mapping, if the user says so. Nothing was read. */
export class UnconfirmedMapping extends UserError {
  readonly proposal: Proposal;
  override readonly mapping: Mapping;

  constructor(proposal: Proposal) {
    const { file, problems } = proposal;
    const isOpen = problems.length > 0;
    super(
      'mapping-needed',
      isOpen
        ? problems.map(({ problem }) => problem).join('; ')
        : `${file} was not read: nobody has confirmed this mapping`,
      isOpen
        ? [
            ...new Map(problems.map(({ advice }) => [worded(advice), adviceOf(advice)])).values(),
          ].flat()
        : say`Accept it with ${option('map', 'auto')}, or save it, change it, and pass it with ${option('map')}.`,
      { place: isOpen ? { file } : undefined },
    );
    this.proposal = proposal;
    this.mapping = proposal.mapping;
  }
}
