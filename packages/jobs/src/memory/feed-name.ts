import { liveSources } from 'sequenzy-sources/live';
import type { LiveChoice } from '../input/live/connect-live.ts';
import { UserError } from '../report/user-error.ts';
import { option, say } from 'sequenzy-contract';

/** Where products are read from, as far as it decides which feed they belong to. */
export interface FeedChoice {
  /** A live source is a feed of its own name. */
  readonly live?: LiveChoice | undefined;
  /** The feed the files belong to: `prune` deletes only what came from it. Default: files without a name are one feed. */
  readonly feed?: string | undefined;
}

/**
 * Name of the feed that is read; undefined for the default feed.
 *
 * @throws {UserError} when the name cannot be used.
 */
export function feedNameOf({ live, feed }: FeedChoice): string | undefined {
  if (feed === undefined) return live?.source.name;
  if (live !== undefined && !live.source.hasParts) {
    const { name } = live.source;
    const problem = say`${option('feed')} cannot be used with ${option('from', name)}, which is a feed of its own`;
    throw new UserError('usage', problem, say`Leave out ${option('feed')}.`);
  }
  const shown = option('feed', JSON.stringify(feed));
  if (!/^[\w.-]{1,64}$/.test(feed)) {
    const advice = 'Use up to 64 letters (a to z), digits, hyphens, underscores and dots.';
    throw new UserError('usage', say`${shown} is not a name`, advice);
  }
  if (liveSources.some(({ name }) => name === feed)) {
    const problem = say`${shown} is the feed of ${option('from', feed)} without files`;
    throw new UserError('usage', problem, 'Choose another name for the feed of these files.');
  }
  return feed;
}
