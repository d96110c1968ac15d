import { isRecord } from 'sequenzy-contract';
import type { Problem } from 'sequenzy-transport';
import type { LiveFailure } from '../../../live/live-source.ts';
import { password, user } from './settings.ts';

/** The code of an answer, however it is spelled: 100 is a success, 333 found nothing. */
export function codeOf(json: unknown): string | undefined {
  if (!isRecord(json)) return undefined;
  const code = json['response_code'] ?? json['responseCode'];
  return typeof code === 'string' || typeof code === 'number' ? String(code).trim() : undefined;
}

/** The sentence of an error, with its code. */
export function problemIn(json: unknown): Problem {
  const code = codeOf(json);
  const said = isRecord(json)
    ? (json['error_message'] ?? json['errorMessage'] ?? json['message'])
    : undefined;
  const text = typeof said === 'string' ? said.trim() : '';
  if (code === undefined) return text === '' ? {} : { message: text };
  return { message: `${text === '' ? 'no reason was given' : text} (response_code ${code})` };
}

export const checkLogin = `Check ${user.variable} and ${password.variable}: they must be those of an API user that may call order_find, order_find_updated and order_view.`;

/** What to do about a refusal in sticky.io's own words. Source: public clients. */
export function refusalOf(said: string): LiveFailure | undefined {
  const isLogin =
    /response_code (200|1000)\)$/.test(said) ||
    /permission|not authori[sz]ed|credential/i.test(said);
  return isLogin ? { code: 'authentication', end: 'refused', nextStep: checkLogin } : undefined;
}
