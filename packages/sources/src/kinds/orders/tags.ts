/** `vip, wholesale` -> two tags. */
export function tagsOf(text: string | undefined): readonly string[] | undefined {
  const tags = text
    ?.split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return tags?.length === 0 ? undefined : tags;
}
