import type { IncomingMessage, ServerResponse } from 'node:http';
import { page } from 'sequenzy-pages';
import type { Browsing } from '../commerce/browsing/browsing.ts';
import { browsingOf } from '../commerce/browsing/browsings.ts';
import type { Sandbox } from '../commerce/sandbox.ts';
import { isTrusted } from './guard.ts';
import { live } from './live.ts';
import { questionIn } from './question.ts';

export interface DashboardOptions {
  /** Named on the page: the file that the state is kept in. Default: it is forgotten at the end. */
  readonly stateFile?: string | undefined;
}

/**
 * A page at `/` that shows what a sandbox holds, live: products, customers, events, waiting lists, sequences, requests.
 * With it every request to the port is refused (403) that names another Host than this machine, or comes from a page of
 * another Origin: nothing that is open in a browser can read what was sent.
 *
 * @example
 * const sandbox = createSandbox();
 * const server = await listen(sandbox, { port: 4010, pages: dashboard(sandbox) });
 * // http://127.0.0.1:4010/
 */
export function dashboard(
  sandbox: Sandbox,
  { stateFile }: DashboardOptions = {},
): { serve(incoming: IncomingMessage, outgoing: ServerResponse): boolean } {
  const browsing = browsingOf(sandbox);
  const shownFile = stateFile ?? null;
  return {
    serve(incoming, outgoing) {
      if (!isTrusted(incoming)) {
        end(outgoing, 403, 'text/plain', 'Only pages and programs of this machine may ask.\n');
        return true;
      }
      const { method = '', url = '' } = incoming;
      switch (`${method} ${url.replace(/[?#].*/s, '')}`) {
        case 'GET /':
          void sendPage(outgoing);
          return true;
        case 'GET /dashboard/live':
          live(outgoing, () => browsing.figures(shownFile));
          return true;
        case 'POST /dashboard':
          void answer(browsing, incoming, outgoing);
          return true;
        default:
          return false;
      }
    },
  };
}

async function sendPage(outgoing: ServerResponse): Promise<void> {
  const text = await page('dashboard').catch(() => undefined);
  if (text === undefined) end(outgoing, 500, 'text/plain', 'The page was not built.\n');
  else end(outgoing, 200, 'text/html', text);
}

async function answer(
  browsing: Browsing,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const question = await questionIn(incoming).catch(() => undefined);
  if (question === undefined) end(outgoing, 400, 'text/plain', 'Not a question of the page.\n');
  else end(outgoing, 200, 'application/json', JSON.stringify(browsing.answer(question)));
}

function end(outgoing: ServerResponse, status: number, type: string, body: string): void {
  outgoing.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
  });
  outgoing.end(body);
}
