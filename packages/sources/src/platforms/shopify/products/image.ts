import { isRecord } from 'sequenzy-contract';

/** The address of an image in any of the platform's documents. Those of its storefront leave out `https:`. */
export function addressOf(image: unknown): string | undefined {
  if (typeof image === 'string')
    return image.startsWith('//') ? `https:${image}` : image || undefined;
  if (!isRecord(image)) return undefined;
  const { src, url, originalSrc, image: inside, preview } = image;
  return addressOf(src ?? url ?? originalSrc ?? inside ?? preview);
}
