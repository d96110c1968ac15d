import { describe, expect, it } from 'vitest';
import { schemes, type PlatformName } from './schemes.ts';

const body = '{"id":820982911946154508,"email":"ann@shop.example","note":"Größe"}';
const ecwidBody =
  '{"eventId":"80aece08-40e8-4145-8764-6c2f0d38678","eventCreated":1234567,"storeId":1003,"entityId":103878161,"eventType":"order.created"}';

interface Vector {
  readonly platform: PlatformName;
  readonly secret: string;
  readonly header: readonly [string, string];
  readonly body?: string;
  readonly now?: number;
}

/**
 * Made by openssl, with the body above in the file `body`:
 *
 *     base64:      openssl dgst -sha256 -hmac shared-secret-1 -binary body | base64
 *     hex:         openssl dgst -sha256 -hmac shared-secret-1 body
 *     Stripe:      (printf 1700000000.; cat body) | openssl dgst -sha256 -hmac whsec_test_1
 *     Squarespace: openssl dgst -sha256 -mac HMAC -macopt hexkey:00ff10a27b body
 *                  openssl dgst -sha256 -mac HMAC -macopt hexkey:00ff10a27b -binary body | base64
 *     Ecwid:       printf 1234567.80aece08-40e8-4145-8764-6c2f0d38678 | openssl dgst -sha256 -hmac client-secret-1 -binary | base64
 */
const inBase64 = 'D0kHGkXreob5qiK2OXj53qHxchzsW/Q+rscy1yeH1zg=';
const inHex = '0f49071a45eb7a86f9aa22b63978f9dea1f1721cec5bf43eaec732d72787d738';
const ofStripe = '0eb096dc3751335944471a96ae4ca1c58e70a6814bacb3f758d6da83875e0e3e';
const other = '00'.repeat(32);

const shared = 'shared-secret-1';
const hexKey = '00ff10a27b';
const stripeAt = (time: string, ...signatures: string[]) =>
  [
    'stripe-signature',
    [`t=${time}`, ...signatures.map((one) => `v1=${one}`), 'v0=1'].join(','),
  ] as const;

const vectors: readonly Vector[] = [
  { platform: 'shopify', secret: shared, header: ['x-shopify-hmac-sha256', inBase64] },
  { platform: 'woocommerce', secret: shared, header: ['x-wc-webhook-signature', inBase64] },
  { platform: 'fanfare', secret: shared, header: ['x-fanfare-signature', inHex] },
  { platform: 'stripe', secret: 'whsec_test_1', header: stripeAt('1700000000', ofStripe) },
  { platform: 'stripe', secret: 'whsec_test_1', header: stripeAt('1700000000', other, ofStripe) },
  {
    platform: 'squarespace',
    secret: hexKey,
    header: [
      'squarespace-signature',
      'ec0f572f407f581fd2b81831560a268d5ab0666a8db8e196d7ec874c55dd4624',
    ],
  },
  {
    platform: 'squarespace',
    secret: hexKey,
    header: ['squarespace-signature', '7A9XL0B/WB/SuBgxVgomjVqwZmqNuOGW1+yHTFXdRiQ='],
  },
  {
    platform: 'ecwid',
    secret: 'client-secret-1',
    header: ['x-ecwid-webhook-signature', '8kSIeu725M1hrUMSviWdIN5PVacgG0hihaYg40+hFKk='],
    body: ecwidBody,
  },
];

function verify({ platform, secret, header, body: text = body, now = 1_700_000_100_000 }: Vector) {
  const delivery = {
    headers: new Headers([[...header]]),
    body: new TextEncoder().encode(text),
    lastSegment: platform,
  };
  return schemes[platform].verify(delivery, secret, now);
}

describe('a signature', () => {
  it.each(vectors)('of $platform is accepted', async (vector) => {
    expect(await verify(vector)).toBe(true);
  });

  it.each(vectors)('of $platform is refused with one byte changed', async (vector) => {
    const [name, value] = vector.header;
    const at = value.length - 10;
    const changed = `${value.slice(0, at)}${value[at] === '0' ? '1' : '0'}${value.slice(at + 1)}`;
    expect(changed).not.toBe(value);
    expect(await verify({ ...vector, header: [name, changed] })).toBe(false);
  });

  it.each(vectors)('of $platform is refused with another secret', async (vector) => {
    // In front: HMAC fills short keys up with zeros, so that some behind change nothing.
    const secret = `01${vector.secret}`;
    expect(await verify({ ...vector, secret })).toBe(false);
  });

  it.each(vectors)('of $platform is refused with another body', async (vector) => {
    const text = (vector.body ?? body).replace(/\d/, '9');
    expect(await verify({ ...vector, body: text.replace('1234567', '1234568') })).toBe(false);
  });

  it.each(['', '=', 'D0kH', 'not a signature', inHex.slice(2), `${inHex}00`, 'ü'])(
    'is refused where it is "%s"',
    async (text) => {
      for (const { platform, secret, header } of vectors) {
        const value = encodeURIComponent(text);
        expect(await verify({ platform, secret, header: [header[0], value] })).toBe(false);
        const none = { platform, secret, header: ['x-other', value] } as const;
        expect(await verify(none)).toBe(false);
      }
    },
  );

  it.each([-301, 301, 86_400])('of Stripe is refused %i seconds off', async (seconds) => {
    const [, , , vector] = vectors;
    if (vector === undefined) throw new Error('there is one');
    const now = 1_700_000_000_000;
    expect(await verify({ ...vector, now: now + seconds * 1000 })).toBe(false);
    expect(await verify({ ...vector, now: now + Math.sign(seconds) * 300_000 })).toBe(true);
  });

  it('of Ecwid is refused where the body has no event', async () => {
    const vector = vectors.at(-1);
    if (vector === undefined) throw new Error('there is one');
    for (const text of ['[]', '{}', '{"eventId":"', '{"eventId":"1"}', '\u0000']) {
      expect(await verify({ ...vector, body: text })).toBe(false);
    }
  });

  it('needs a secret that its platform can have given', () => {
    for (const scheme of Object.values(schemes)) expect(scheme.faultOf(' ')).toBeDefined();
    expect(schemes.squarespace.faultOf('not-hex')).toContain('hex digits');
    expect(schemes.squarespace.faultOf(hexKey)).toBeUndefined();
    expect(schemes.stripe.faultOf('whsec_test_1')).toBeUndefined();
  });
});

describe('a static secret', () => {
  const given = (headers: Record<string, string>, lastSegment = 'checkoutchamp') =>
    schemes.checkoutchamp.verify(
      { headers: new Headers(headers), body: new Uint8Array(), lastSegment },
      'postback-secret-1',
      0,
    );

  it.each(['X-Webhook-Secret', 'x-relay-secret'])('comes in the header %s', async (name) => {
    expect(await given({ [name]: 'postback-secret-1' })).toBe(true);
    for (const wrong of ['postback-secret-2', 'postback', 'postback-secret-11', '']) {
      expect(await given({ [name]: wrong })).toBe(false);
    }
  });

  it('comes in the path where there is no header', async () => {
    expect(await given({}, 'postback-secret-1')).toBe(true);
    expect(await given({}, '')).toBe(false);
    expect(await given({ 'x-webhook-secret': 'wrong' }, 'postback-secret-1')).toBe(false);
  });
});
