import type { JobEvent } from 'sequenzy-jobs';
import type { Shown } from '../command/definition.ts';

/** Tells warnings, and a line for each deletion or event as it is done. */
export async function outcomeScreen({
  context: { io, err },
  verbosity,
}: Shown): Promise<(event: JobEvent) => void> {
  const { plainScreen } = await import('../terminal/plain-screen.ts');
  const { outcomeWords } = await import('../terminal/outcome-words.ts');
  const tell = plainScreen(io, err, verbosity);
  return (event) => {
    tell(event);
    const outcome = outcomeIn(event);
    if (outcome === undefined) return;
    const { key, status, reason } = outcome;
    if (verbosity.quiet && (status === 'accepted' || status === 'deleted')) return;
    err.beside([outcomeWords[status]], reason === undefined ? key : `${key}  ${reason}`);
  };
}

function outcomeIn(event: JobEvent) {
  if (event.type === 'event') return event.outcome;
  if (event.type !== 'deletion') return undefined;
  const { productId: key, status, reason } = event.deletion;
  return { key, status, reason };
}
