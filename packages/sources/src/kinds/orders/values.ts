/** The members that are there: absent and undefined are not the same to the API. */
export function withoutUndefined(members: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** The properties of an order that are there; undefined where none is. */
export function propertiesOf(members: Readonly<Record<string, unknown>>): object | undefined {
  const properties = withoutUndefined(members);
  return Object.keys(properties).length === 0 ? undefined : properties;
}

/** `vip, wholesale` -> two tags. */
export function tagsOf(text: string | undefined): readonly string[] | undefined {
  const tags = text
    ?.split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return tags?.length === 0 ? undefined : tags;
}

/** What of an e-mail address tells customers apart. */
export function withoutCase(email: string): string {
  return email.trim().toLowerCase();
}

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
