import { fromBase64, fromHex, utf8 } from './bytes.ts';
import { isHmac } from './hmac.ts';
import { faultOfText, type Scheme } from './scheme.ts';

interface SignedBody {
  /** Carries the signature; the first that is there counts. */
  readonly headers: readonly string[];
  readonly encodings: readonly ('hex' | 'base64')[];
  /** How the secret is written. Default: as it is. */
  readonly key?: 'hex';
}

/** HMAC-SHA256 of the raw body in a header. */
export function signedBody({ headers: names, encodings, key }: SignedBody): Scheme {
  return {
    faultOf: (secret) =>
      key === 'hex' && fromHex(secret) === undefined
        ? 'is not written in hex digits, as this platform gives it'
        : faultOfText(secret),
    async verify({ headers, body }, secret) {
      const text = names.map((name) => headers.get(name)).find((one) => one !== null);
      const bytes = key === 'hex' ? fromHex(secret) : utf8(secret);
      if (text === undefined || bytes === undefined) return false;
      for (const encoding of encodings) {
        const signature = decoders[encoding](text.trim());
        if (signature?.length !== digestBytes) continue;
        if (await isHmac(signature, new Uint8Array(body), bytes)) return true;
      }
      return false;
    },
  };
}

const digestBytes = 32;
const decoders = { hex: fromHex, base64: fromBase64 };
