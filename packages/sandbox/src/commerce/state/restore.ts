import { isRecord } from 'sequenzy-contract';
import type { Companies, Company } from '../store/company.ts';
import { Revenue } from '../store/revenue.ts';
import { header, type SavedLine } from './saved-line.ts';

/**
 * Puts a saved state into companies that hold nothing.
 *
 * @throws {TypeError} for lines that are not saved state, and names the line.
 */
export function restoreLines(companies: Companies, lines: Iterable<string>): void {
  let company: Company | undefined;
  let number = 0;
  for (const text of lines) {
    number += 1;
    if (text === '') continue;
    const line = parsed(text, number);
    if (number === 1) {
      if (line['format'] !== header.format) throw notSaved(1);
      if (line['version'] !== header.version) {
        throw new TypeError(
          `It was saved by another version (${String(line['version'])}): start without it`,
        );
      }
      continue;
    }
    const saved = line as unknown as SavedLine; // as this program writes them
    if ('company' in saved) {
      company = companies.get(saved.company);
      continue;
    }
    if (company === undefined) throw notSaved(number);
    restore(company, saved, number);
  }
  if (number === 0) throw notSaved(1);
}

function restore(
  company: Company,
  saved: Exclude<SavedLine, { readonly company: string }>,
  number: number,
): void {
  if ('product' in saved) company.products.restore(saved.product);
  else if ('subscriber' in saved) {
    const revenue = Revenue.restore(saved.subscriber.revenue);
    // A state that was saved by an older version does not say.
    const { valuesChangedAt = null } = saved.subscriber;
    company.subscribers.restore({ ...saved.subscriber, revenue, valuesChangedAt });
  } else if ('order' in saved) company.orders.save(saved.order);
  else if ('event' in saved) {
    company.events.restore([saved.event], []);
    company.enrollments.restore([], [saved.event]);
  } else if ('history' in saved) company.events.restore([], [saved.history]);
  else if ('eventId' in saved) company.eventIds.add(saved.eventId);
  else if ('waiting' in saved) company.waitlist.restore(saved.waiting);
  else if ('sequence' in saved) company.sequences.restore(saved.sequence);
  else if ('enrollment' in saved) company.enrollments.restore([saved.enrollment], []);
  else if ('syncRules' in saved) company.syncRules.all = saved.syncRules;
  else throw notSaved(number);
}

function parsed(text: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Told below.
  }
  throw notSaved(number);
}

function notSaved(number: number): TypeError {
  return new TypeError(`Line ${number} is not part of a saved sandbox`);
}
