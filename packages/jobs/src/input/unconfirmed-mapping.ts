import type { Mapping, Proposal } from 'sequenzy-sources';
import { UserError } from '../report/user-error.ts';
import { option } from '../report/wording.ts';

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
        ? `${file}: ${problems.map(({ problem }) => problem).join('; ')}`
        : `${file} was not read: nobody has confirmed this mapping`,
      isOpen
        ? [...new Set(problems.map(({ advice }) => advice))].join(' ')
        : `Accept it with ${option('map', 'auto')}, or save it, change it, and pass it with ${option('map')}.`,
    );
    this.proposal = proposal;
    this.mapping = proposal.mapping;
  }
}
