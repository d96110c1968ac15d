/** Characters. */
const longest = 300;

/** A value as JSON for a message, shortened; what is nested too deep to be written is named instead. */
export function shownJson(value: unknown): string {
  const text = written(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function written(value: unknown): string {
  if (value === undefined) return 'nothing';
  try {
    return JSON.stringify(value);
  } catch {
    return Array.isArray(value) ? 'a list' : 'an object';
  }
}

/** What an API's answer gives as the reason of a failure, as text. */
export function errorText(reason: unknown, otherwise = 'no reason is given'): string {
  if (typeof reason === 'string') return reason.trim() || otherwise;
  return reason === undefined || reason === null ? otherwise : shownJson(reason);
}
