import { isRecord } from 'sequenzy-contract';
import type { PagedAddress } from '../../../input/paged-address.ts';

type Answer = Parameters<PagedAddress['explain']>[0];
type Reason = ReturnType<PagedAddress['explain']>;

/** The most that a page can hold. */
const pageSize = 250;

/** At the root, below a language, or of a collection. */
const listPath = /^((?:\/[a-z]{2}(?:-[a-z]{2})?)?)(?:\/collections\/[^/]+)?\/products\.json$/i;

/**
 * The list of products that every shop shows to everybody: `https://shop.example/products.json`. An address with a query of
 * its own names one page and is a file. No page of the vendor describes its pages and answers; one that is not foreseen
 * ends the reading.
 */
export function storefrontList(address: URL): PagedAddress | undefined {
  if (!listPath.test(address.pathname) || address.search !== '') return undefined;
  return {
    page(number) {
      const page = new URL(address);
      page.search = `?limit=${String(pageSize)}&page=${String(number)}`;
      return page;
    },
    idsOn,
    pause: 500,
    // 430 is Shopify's own, for requests that look like those of a robot; undocumented for this list.
    slowDown: [429, 430, 503],
    explain,
  };
}

/** Where the pages of its products stand: the shop that the list is of. */
export function storeOf(address: URL): string | undefined {
  const [, language] = listPath.exec(address.pathname) ?? [];
  return language === undefined ? undefined : `${address.origin}${language}`;
}

function idsOn(text: string): string[] | undefined {
  const products = productsIn(text);
  if (products === undefined) return undefined;
  const ids = products.flatMap((one) => {
    const isProduct = isRecord(one) && 'handle' in one && Array.isArray(one['variants']);
    return isProduct ? [String(one['id'])] : [];
  });
  return ids.length === products.length ? ids : undefined;
}

function productsIn(text: string): readonly unknown[] | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    const products = isRecord(answer) ? answer['products'] : undefined;
    return Array.isArray(products) ? products : undefined;
  } catch {
    return undefined;
  }
}

const exportInstead = 'Export the products in its admin, and name the file.';

/** Why a page cannot be read; the vendor documents neither the password page nor the limit of this list. */
function explain({ status, url, page }: Answer): Reason {
  if (/\/password\/?$/.test(url.pathname) || status === 401) {
    return {
      problem: 'the shop asks its visitors for a password, so its list of products is closed',
      nextStep: `Open the shop first. ${exportInstead}`,
    };
  }
  if (status === 400 && page * pageSize > 25_000) {
    return {
      problem: 'the shop shows no more than 25,000 products in this list',
      nextStep: exportInstead,
    };
  }
  if (status === 404) {
    return {
      problem: 'there is no list of products at this address',
      nextStep: `A shop of Shopify has one, unless that is turned off: check the address. ${exportInstead}`,
    };
  }
  if (status === 429 || status === 430) {
    return {
      problem: 'the shop answers that it was asked too often',
      nextStep: `Try again in an hour. ${exportInstead}`,
    };
  }
  return undefined;
}
