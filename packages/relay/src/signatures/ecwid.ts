import { isRecord } from 'sequenzy-contract';
import { parseJson } from 'sequenzy-sources/webhooks';
import { fromBase64, utf8 } from './bytes.ts';
import { isHmac } from './hmac.ts';
import { faultOfText, type Scheme } from './scheme.ts';

/** Signs `eventCreated`, a point and `eventId`; the rest of the body is not signed, so that nothing of it may be believed but which order to fetch. */
export const ecwid: Scheme = {
  faultOf: faultOfText,
  async verify({ headers, body }, secret) {
    const signature = fromBase64(headers.get('x-ecwid-webhook-signature')?.trim() ?? '');
    const signed = signature && signedText(body);
    if (signature === undefined || signed === undefined) return false;
    return isHmac(signature, utf8(signed), utf8(secret));
  },
};

function signedText(body: Uint8Array): string | undefined {
  try {
    const event = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (!isRecord(event)) return undefined;
    const { eventCreated, eventId } = event;
    if (!isShort(eventCreated) || !isShort(eventId)) return undefined;
    return `${String(eventCreated)}.${String(eventId)}`;
  } catch {
    return undefined;
  }
}

function isShort(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
