/**
 * Control characters, and the invisible ones that turn the reading direction: from a file or a server they could
 * move the cursor, recolour or forge lines.
 */
const dangerous = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const names = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** One line of text that only shows itself. */
export function safeText(text: string): string {
  return text.replace(dangerous, (character) => names.get(character) ?? escaped(character));
}

/** JSON that means the same and shows only itself. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(dangerous, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
