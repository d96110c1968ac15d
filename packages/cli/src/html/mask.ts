/** Addresses as far as they need to be told apart: `a•••@example.com`. */
export function masked(text: string): string {
  return text.replaceAll(
    /([\p{L}\p{N}])[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]*@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu,
    '$1•••@$2',
  );
}
