import { systemCode } from 'sequenzy-contract';
import { wayTo } from '../connect/api-fetch.ts';
import type { Env } from '../state/data-folder.ts';
import type { Address } from './address.ts';
import { sendEmail } from './email.ts';
import { subjectOf, textOf, type Message } from './message.ts';

/** Milliseconds a receiver may take: the next run tries again. */
const longest = 15_000;

/** @throws {Error} with why it could not be sent, without any address. */
export async function send(address: Address, message: Message, env: Env): Promise<void> {
  if (address.kind === 'email') {
    await sendEmail(address, { subject: subjectOf(message), text: textOf(message) }, longest);
    return;
  }
  await post(address.url, JSON.stringify(bodyOf(address.kind, message)), env);
}

/** Slack takes a text, and so do Mattermost, Rocket.Chat and Google Chat. */
function bodyOf(kind: 'slack' | 'webhook', message: Message): object {
  return kind === 'slack'
    ? { text: textOf(message) }
    : { event: 'feed', subject: subjectOf(message), text: textOf(message), ...message };
}

/**
 * One attempt. An address may be a secret, so that no error names it.
 *
 * @throws {Error} with what was wrong.
 */
export async function post(url: string, body: string, env: Env): Promise<void> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Error('it is not a web address');
  }
  const isJson = body.startsWith('{');
  const answer = await wayTo(url, env)
    .fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': isJson ? 'application/json' : 'text/plain; charset=utf-8' },
      signal: AbortSignal.timeout(longest),
    })
    .catch((error: unknown) => {
      throw new Error(whyNot(error));
    });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`it answered with ${String(answer.status)}`);
}

function whyNot(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'it did not answer';
  const code = systemCode(error) ?? systemCode(error instanceof Error ? error.cause : undefined);
  return code === undefined ? 'it cannot be reached' : `it cannot be reached (${code})`;
}
