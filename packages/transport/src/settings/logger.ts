import type { Logger } from './hooks.ts';

/** To standard error on every platform: `console.debug` would write to standard output. */
const write = (message: string): void => {
  console.error(message); // eslint-disable-line no-console -- where lines go is asked for by the caller or the environment
};

/** What gets the lines of a level; without a level, a logger gets all of them. */
export function loggerOf(given: Logger | undefined, level = given ? 'debug' : 'off'): Logger {
  const logger = given ?? { debug: write, warn: write };
  if (level === 'debug') return logger;
  return level === 'warn' ? { warn: (message) => logger.warn?.(message) } : {};
}
