import type { IncomingMessage } from 'node:http';
import { isRecord } from 'sequenzy-contract';
import type { ListName, Question } from 'sequenzy-pages';

const mostAtOnce = 200;
const longest = 10_000;

const lists: Readonly<Record<ListName, true>> = {
  products: true,
  customers: true,
  events: true,
  waiting: true,
  requests: true,
  enrollments: true,
};

/** Reads what the page asks; undefined where it is nothing that the page would. */
export async function questionIn(incoming: IncomingMessage): Promise<Question | undefined> {
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > longest) return undefined;
  }
  try {
    return questionOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function questionOf(value: unknown): Question | undefined {
  if (!isRecord(value)) return undefined;
  const { view, productId, email } = value;
  if (view === 'reset' || view === 'sequences') return { view };
  if (view === 'product') return typeof productId === 'string' ? { view, productId } : undefined;
  if (view === 'customer') return typeof email === 'string' ? { view, email } : undefined;
  if (!isListName(view)) return undefined;
  const { search = '', offset = 0, limit = mostAtOnce } = value;
  if (typeof search !== 'string' || !isCount(offset) || !isCount(limit)) return undefined;
  return { view, search, offset, limit: Math.min(limit, mostAtOnce) };
}

function isListName(view: unknown): view is ListName {
  return typeof view === 'string' && Object.hasOwn(lists, view);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
