/**
 * An address as it may stand in an e-mail: absolute, `http` or `https`, without user name, control characters, quotes
 * and backslashes. Spaces around it are cut off; spaces and characters beyond ASCII are percent-encoded, a host beyond
 * ASCII becomes Punycode. What is encoded already stays as it is.
 *
 * @returns The address; undefined for anything else.
 * @example
 * webAddress(' https://shop.example/blue tee ') // 'https://shop.example/blue%20tee'
 * webAddress('/products/tee') // undefined
 */
export function webAddress(text: string): string | undefined {
  if (isUsual.test(text)) return text;
  const address = text.trim();
  if (!/^https?:\/\/[^/?#]/i.test(address) || unsafe.test(address)) return undefined;
  // A parser takes an empty user name for none.
  if (/^[^/]*\/\/[^/?#]*@/.test(address)) return undefined;
  if (!isPlain.test(address)) return encoded(address);
  return URL.canParse(address) ? address : undefined;
}

/** Not by `canParse`: that of Node 20, once it is optimised, takes no host with an umlaut. */
function encoded(address: string): string | undefined {
  try {
    return new URL(address).href;
  } catch {
    return undefined;
  }
}

/**
 * {@link webAddress} for text out of a shop: `/…` and `//…` are completed by the shop's own address. Nothing else is,
 * because a plain word could be anything.
 *
 * @example
 * addressInShop('/products/tee', 'https://shop.example') // 'https://shop.example/products/tee'
 * addressInShop('//cdn.example/tee.jpg', 'https://shop.example') // 'https://cdn.example/tee.jpg'
 */
export function addressInShop(text: string, shop: string): string | undefined {
  const { protocol, origin } = new URL(shop);
  const path = text.trim();
  if (path.startsWith('//')) return webAddress(protocol + path);
  return webAddress(path.startsWith('/') ? origin + path : path);
}

/** The same text with a user name and a password in it covered, for messages. */
export function withoutCredentials(text: string): string {
  return text.replace(/(\/\/)[^/?#\s]*@/g, '$1…@');
}

const unsafe = /[\u0000-\u001f\u007f-\u009f"'`\\]/;

/** A host of plain names whose last one has letters only, which every parser takes, and nothing that needs encoding. */
const isUsual =
  /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}(?:[/?#][!#-&(-;=?-Z_a-z~[\]]*)?$/;

/** Nothing in it needs encoding: it is kept to the letter, also where a parser would add a slash. */
const isPlain = /^https?:[!#-&(-;=?-Z_a-z~[\]]+$/;
