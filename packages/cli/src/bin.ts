#!/usr/bin/env node
import { exitCodes } from './exit-codes.ts';

/** Answered before anything else is loaded. */
function answersAtOnce([only, ...others]: readonly string[]): boolean {
  if (others.length > 0 || (only !== '--version' && only !== '-V')) return false;
  process.stdout.write(`${__VERSION__}\n`);
  return true;
}

/** A reader that has gone away, as `head` does, is no reason to fail. */
function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** npx and timeout pass on a signal that the terminal has already sent to everyone: it comes twice at once. */
const oneKeypress = 200;

async function run(argv: readonly string[]): Promise<void> {
  const { main } = await import('./main.ts');
  const { interrupted } = await import('./user-error.ts');
  const { systemClock } = await import('./system-clock.ts');
  const interruption = new AbortController();
  let firstAt = 0;
  const onSignal = (): void => {
    const now = performance.now();
    if (!interruption.signal.aborted) {
      firstAt = now;
      interruption.abort(interrupted());
    } else if (now - firstAt > oneKeypress) {
      process.exit(exitCodes.interrupted);
    }
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const { stdin, stdout, stderr, env } = process;
  const io = { stdin, stdout, stderr, env, clock: systemClock, interruption: interruption.signal };
  const exitCode = await main(argv, io);
  // Whatever still hangs (a keyboard, a kept connection) must not keep the process.
  await Promise.all([flushed(stdout), flushed(stderr)]);
  process.exit(exitCode);
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
if (!answersAtOnce(argv)) {
  tolerateClosedPipes();
  await run(argv);
}
