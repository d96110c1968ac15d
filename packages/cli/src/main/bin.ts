import { reasonOf } from 'sequenzy-contract';
import { isatty } from 'node:tty';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';

/** Answered before anything else is loaded. */
function answersAtOnce([only, ...others]: readonly string[]): boolean {
  if (others.length > 0 || (only !== '--version' && only !== '-V')) return false;
  process.stdout.write(`${__VERSION__}\n`);
  return true;
}

/** A reader that has gone away, as `head` does, is not a reason to fail; data that a full disk did not take is. */
function tolerateClosedPipes(): void {
  process.stderr.on('error', () => undefined); // there is nowhere left to say it
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || process.exitCode !== undefined) return; // each write fails anew
    process.stderr.write(`error  Standard output could not be written (${reasonOf(error)}).\n`);
    process.exitCode = exitCodes.bug;
  });
}

/** Node undoes what nohup has set, and cannot tell; nohup takes all three away from the terminal. */
function hasTerminal(): boolean {
  return [0, 1, 2].some((descriptor) => isatty(descriptor));
}

/** npx and timeout pass on a signal that the terminal has already sent to everyone: it comes twice at once. */
const oneKeypress = 200;

async function run(argv: readonly string[]): Promise<void> {
  const { main } = await import('./main.ts');
  const { interrupted } = await import('sequenzy-jobs/report/user-error.ts');
  const { systemClock } = await import('sequenzy-contract');
  const interruption = new AbortController();
  const abandonment = new AbortController();
  let lastAt = 0;
  const onSignal = (): void => {
    const now = performance.now();
    if (!interruption.signal.aborted) {
      lastAt = now;
      interruption.abort(interrupted());
    } else if (now - lastAt > oneKeypress) {
      // Whoever presses it a third time does not get the last words to their end either.
      if (abandonment.signal.aborted) process.exit(exitCodes.interrupted);
      lastAt = now;
      abandonment.abort();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  process.on('SIGHUP', hasTerminal() ? onSignal : () => undefined);
  const { stdin, stdout, stderr, env } = process;
  const signals = { interruption: interruption.signal, abandonment: abandonment.signal };
  const io = { stdin, stdout, stderr, env, clock: systemClock, ...signals };
  const exitCode = await main(argv, io);
  // Whatever still hangs (a keyboard, a kept connection) must not keep the process.
  await Promise.all([flushed(stdout), flushed(stderr)]);
  process.exit(process.exitCode ?? exitCode);
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else
      stream.write('', () => {
        resolve();
      });
  });
}

const argv = process.argv.slice(2);
tolerateClosedPipes();
if (!answersAtOnce(argv)) await run(argv);
