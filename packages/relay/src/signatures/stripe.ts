import { fromHex, utf8 } from './bytes.ts';
import { isHmac } from './hmac.ts';
import { faultOfText, type Scheme } from './scheme.ts';

/** Seconds by which the time of a signature may differ from ours. Source: Stripe's own libraries. */
const tolerance = 300;

/** `Stripe-Signature: t=1700000000,v1=…`, hex HMAC-SHA256 of `t`, a point and the raw body. While a secret is rolled there are several `v1`. */
export const stripe: Scheme = {
  faultOf: faultOfText,
  async verify({ headers, body }, secret, now) {
    const parts = (headers.get('stripe-signature') ?? '').split(',').map((part) => part.trim());
    const time = parts.find((part) => /^t=\d{1,12}$/.test(part))?.slice(2);
    if (time === undefined || Math.abs(now / 1000 - Number(time)) > tolerance) return false;
    const prefix = utf8(`${time}.`);
    const message = new Uint8Array(prefix.length + body.length);
    message.set(prefix);
    message.set(body, prefix.length);
    for (const part of parts) {
      const signature = part.startsWith('v1=') ? fromHex(part.slice(3)) : undefined;
      if (signature && (await isHmac(signature, message, utf8(secret)))) return true;
    }
    return false;
  },
};
