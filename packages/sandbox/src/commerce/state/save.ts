import type { Company } from '../store/company.ts';
import { header, type SavedLine } from './saved-line.ts';

/** Everything that companies hold, a line of JSON each. The log and the faults are of the run, and not saved. */
export function* savedLines(companies: Iterable<Company>): Generator<string> {
  yield JSON.stringify(header);
  for (const company of companies) {
    // What has not been processed yet would never be.
    company.enrollments.settle(Infinity);
    for (const line of linesOf(company)) yield JSON.stringify(line);
  }
}

function* linesOf(company: Company): Generator<SavedLine> {
  yield { company: company.id };
  for (const product of company.products) yield { product };
  for (const { revenue, ...record } of company.subscribers) {
    yield { subscriber: { ...record, revenue: revenue.save() } };
  }
  for (const order of company.orders) yield { order };
  for (const event of company.events.all) yield { event };
  for (const history of company.events.history) yield { history };
  for (const eventId of company.eventIds) yield { eventId };
  for (const waiting of company.waitlist.all) yield { waiting };
  for (const sequence of company.sequences) yield { sequence };
  for (const enrollment of company.enrollments.all) yield { enrollment };
  if (company.syncRules.all.length > 0) yield { syncRules: company.syncRules.all };
}
