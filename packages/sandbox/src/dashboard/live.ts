import type { ServerResponse } from 'node:http';
import type { Figures } from 'sequenzy-pages';

/** Milliseconds between two looks. */
const pause = 250;
/** Looks between two figures although nothing has changed: the gauge empties. */
const quietLooks = 4;

/** Tells figures as server-sent events: at once, and whenever something has changed, until the page is left. */
export function live(outgoing: ServerResponse, look: () => Figures): void {
  outgoing.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  let told = '';
  let quiet = 0;
  const tell = (): void => {
    const figures = look();
    quiet += 1;
    if (figures.revision === told && quiet < quietLooks) return;
    told = figures.revision;
    quiet = 0;
    outgoing.write(`data: ${JSON.stringify(figures)}\n\n`);
  };
  tell();
  const timer = setInterval(tell, pause);
  outgoing.once('close', () => {
    clearInterval(timer);
  });
}
