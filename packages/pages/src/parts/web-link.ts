/** An address that may be opened or loaded: of the web, and nothing that runs (`javascript:`). */
export function webLink(address: string | null): string | undefined {
  if (address === null || !/^https?:\/\//i.test(address) || !URL.canParse(address))
    return undefined;
  return new URL(address).href;
}
