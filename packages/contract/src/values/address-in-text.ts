/** Characters that would make a longer address of it, before it and behind it. */
const before = '(?<![\\p{L}\\p{N}._+-])';
const behind = '(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])';

/** Finds an e-mail address in a text, whatever its case, and not as a part of a longer one. */
export function addressPattern(email: string): RegExp {
  const literal = email.trim().replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return new RegExp(before + literal + behind, 'giu');
}

/** Whether a text has the address in it: as it is, or as JSON, a form or a query writes it. */
export function mentionsAddress(text: string, email: string): boolean {
  const pattern = addressPattern(email);
  const spellings = [text, text.replace(/\\[nrt]/g, ' '), decoded(text)];
  return spellings.some((spelling) => spelling.search(pattern) >= 0);
}

/** Without the escapes of an address of the web; what is none stays as it is. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
