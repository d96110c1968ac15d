import { isRecord } from 'sequenzy-contract';
import type { LiveFailure } from '../../../live/live-source.ts';
import { loginId, password } from './settings.ts';

/** What an answer means that came with status 200. */
type Why = 'address' | 'login' | 'none' | 'request' | 'passing';

/** What an answer refuses; undefined where it is a success. */
export function whyOf(json: unknown): Why | undefined {
  if (!isRecord(json)) return 'passing'; // a list or a text is not an answer of this API
  if (String(json['result']).toUpperCase() === 'SUCCESS') return undefined;
  const { message } = json;
  if (json['result'] === undefined && isRecord(message)) return undefined;
  return isRecord(message) ? 'request' : whySaid(typeof message === 'string' ? message : '');
}

/** Refused addresses and logins come first: asking again may lock the user. */
function whySaid(text: string): Why {
  if (/\bIP\b.*\b(white|allow)/i.test(text) || /\b(white|allow).*\bIP\b/i.test(text)) {
    return 'address';
  }
  if (
    /log-?in|password|credential|authori[sz]|permission|access denied|locked|api user/i.test(text)
  ) {
    return 'login';
  }
  if (/^\s*no\b.*\b(found|match)/i.test(text)) return 'none';
  return /\b(required|invalid|must be)\b/i.test(text) ? 'request' : 'passing';
}

export const checkLogin = `Check ${loginId.variable} and ${password.variable}: they must be those of a user of the type API User (Admin > Users) that may read orders, transactions and campaigns.`;

/** What to do about a refusal in CheckoutChamp's own words. */
export function refusalOf(said: string): LiveFailure | undefined {
  const why = whySaid(said);
  if (why === 'address') {
    return { code: 'permission', end: 'refused', nextStep: allowAddress(said) };
  }
  return why === 'login'
    ? { code: 'authentication', end: 'refused', nextStep: checkLogin }
    : undefined;
}

function allowAddress(said: string): string {
  const [found] =
    /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}/i.exec(said) ?? [];
  const which = found ?? 'the address of this machine';
  return `Add ${which} to the allowed addresses of the API user (Admin > Users). A machine whose address changes, such as those of GitHub Actions, cannot be let in.`;
}
