/** `Ann van Dyk` -> Ann van, Dyk: split at the last space. A single word is a first name. */
export function nameOf(name: string | undefined): { firstName?: string; lastName?: string } {
  const words = name?.trim().split(/\s+/) ?? [];
  const last = words.length > 1 ? words.pop() : undefined;
  const first = words.join(' ');
  return {
    ...(first !== '' && { firstName: first }),
    ...(last !== undefined && { lastName: last }),
  };
}
