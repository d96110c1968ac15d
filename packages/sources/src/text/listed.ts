const most = 10;

/** `a, b, c`; of many names the first ten and how many more there are: `a, b and 12 more`. */
export function listed(names: readonly string[]): string {
  const rest = names.length - most;
  const shown = names
    .slice(0, most)
    .map((name) => name.replace(/\s+/g, ' '))
    .join(', ');
  return rest > 0 ? `${shown} and ${rest.toLocaleString('en-US')} more` : shown;
}
