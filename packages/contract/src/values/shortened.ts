/** Characters of a sentence that is repeated. */
const longest = 300;

/**
 * A text of the server's in one line and at most so many characters, to be repeated in a message.
 *
 * @param most Default: 300.
 */
export function shortened(text: string, most: number = longest): string {
  // Of a text without end only the beginning is looked at.
  const line = text
    .slice(0, most * 10)
    .trim()
    .replace(/\s+/g, ' ');
  if (line.length <= most && text.length <= most * 10) return line;
  // Half a character is none.
  return `${line.slice(0, most).replace(/\p{Surrogate}$/u, '')}…`;
}
