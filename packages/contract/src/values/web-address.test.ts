import { describe, expect, it } from 'vitest';
import { checkoutSchema } from '../api/checkout.ts';
import { faultsOf } from './faults.ts';
import { productSchema } from '../api/product.ts';
import { addressInShop, webAddress, withoutCredentials } from './web-address.ts';

describe('an address for e-mails', () => {
  it('may have a host beyond ASCII, however many there were before', () => {
    // Parsed, as texts out of files are: those put together in code are slower, and so never optimised.
    const texts = Array.from({ length: 20_000 }, (_, at) => `https://büro.example/${String(at)}`);
    const addresses = JSON.parse(JSON.stringify(texts)) as string[];
    expect(addresses.filter((address) => webAddress(address) === undefined)).toEqual([]);
  });

  it.each([
    'https://shop.example',
    'http://shop.example/a/b?c=d&e=1,2#top',
    'https://shop.example/100%25%20wool/%C3%A4',
    'https://shop.example/half%',
    'https://Shop.Example:8443/A',
    'https://[2001:db8::1]:8080/a',
    'http://192.0.2.7/a;v=1',
    'https://shop.example/@maker/tee',
    'https://shop.example/to?next=https://other.example/',
    `https://shop.example/${'a'.repeat(5000)}`,
  ])('is kept to the letter: %.60s', (text) => {
    expect(webAddress(text)).toBe(text);
  });

  it.each([
    [' https://shop.example/a\r\n', 'https://shop.example/a'],
    ['https://shop.example/blue tee?for=a b', 'https://shop.example/blue%20tee?for=a%20b'],
    ['https://shop.example/ä%20ö', 'https://shop.example/%C3%A4%20%C3%B6'],
    ['https://büro.example/a', 'https://xn--bro-hoa.example/a'],
    ['HTTPS://Shop.Example/A', 'https://shop.example/A'],
    ['https://shop.example/<b>', 'https://shop.example/%3Cb%3E'],
  ])('is encoded: %j', (text, encoded) => {
    expect(webAddress(text)).toBe(encoded);
    expect(webAddress(encoded)).toBe(encoded);
  });

  it.each([
    '',
    ' ',
    'not a url',
    'www.shop.example/a',
    'shop.example/a',
    'https://',
    'https:///a',
    'https:/shop.example/a',
    'https:shop.example',
    'https://?a',
    'https://a b.example/',
    'https://shop.example:99999/',
    'https://[::1/a',
    '/a',
    '//cdn.example/a',
    'a/b',
    'ftp://shop.example/a',
    'file:///etc/hosts',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:image/png;base64,AAAA',
    'mailto:a@shop.example',
    'https://me@shop.example/',
    'https://me:secret@shop.example/',
    'https://@shop.example/',
    'https://shop.example/a"onload=x',
    "https://shop.example/a'b",
    'https://shop.example/a`b',
    'https://shop.example\\@evil.example/',
    'https://shop.example/a\tb',
    'https://shop.example/a\nb',
    'https://shop.example/a\u0000',
    'https://shop.example/a\u0085b',
  ])('is not %j', (text) => {
    expect(webAddress(text)).toBeUndefined();
  });

  it.each([
    ['/products/tee', 'https://shop.example/products/tee'],
    [' /blue tee', 'https://shop.example/blue%20tee'],
    ['//cdn.example/a.jpg', 'https://cdn.example/a.jpg'],
    ['http://other.example/a', 'http://other.example/a'],
    ['products/tee', undefined],
    ['tee', undefined],
    ['?a', undefined],
    ['///cdn.example/a', undefined],
    ['/\\evil.example', undefined],
    ['//me@evil.example/', undefined],
    ['javascript:alert(1)', undefined],
  ])('is completed by that of the shop only where it begins with a slash: %j', (text, address) => {
    expect(addressInShop(text, 'https://shop.example/en')).toBe(address);
  });
});

describe('what the API takes', () => {
  const tee = { productId: 'tee', title: 'Tee' };
  const faultsIn = (product: object): unknown => {
    const { error } = productSchema.safeParse(product);
    return error && faultsOf(error, product).map(({ path, message }) => `${path} ${message}`);
  };

  it('has addresses that are encoded, and null', () => {
    const variant = { variantId: 'red', title: 'Red', imageUrl: 'https://x.example/ä' };
    expect(
      productSchema.parse({
        ...tee,
        url: 'https://x.example/a b',
        imageUrl: null,
        variants: [variant],
      }),
    ).toEqual({
      ...tee,
      url: 'https://x.example/a%20b',
      imageUrl: null,
      variants: [{ ...variant, imageUrl: 'https://x.example/%C3%A4' }],
    });
  });

  it('has no other address, and a password in one is not shown', () => {
    const variant = { variantId: 'red', title: 'Red', imageUrl: 'red.jpg' };
    const rule =
      'expected an absolute http or https address without user name, quotes, backslashes and control characters';
    expect(
      faultsIn({ ...tee, url: 'https://me:secret@x.example/', imageUrl: '', variants: [variant] }),
    ).toEqual([
      `imageUrl ${rule}, got ""`,
      `url ${rule}, got "https://…@x.example/"`,
      `variants[0].imageUrl ${rule}, got "red.jpg"`,
    ]);
    const checkout = { checkoutId: '1', customer: { email: 'a@x.example' } };
    expect(checkoutSchema.safeParse({ ...checkout, checkoutUrl: '/checkout/1' }).success).toBe(
      false,
    );
    expect(
      checkoutSchema.safeParse({ ...checkout, checkoutUrl: 'https://x.example/1' }).success,
    ).toBe(true);
  });
});

it('covers user names and passwords for messages, with a protocol and without', () => {
  expect(
    ['https://me:secret@a.example/b', '//me:secret@a.example/b', '/a@b'].map(withoutCredentials),
  ).toEqual(['https://…@a.example/b', '//…@a.example/b', '/a@b']);
});
