import { Tokenizer, TokenParser } from '@streamparser/json';

/** On which line, from 0, a text stops being JSON. */
export function lineOfError(text: string): number {
  const parser = new TokenParser({ paths: [], keepStack: false });
  const tokenizer = new Tokenizer();
  tokenizer.onToken = (token) => {
    parser.write(token);
  };
  const lines = text.split('\n');
  const bad = lines.findIndex((line) => {
    try {
      tokenizer.write(`${line}\n`);
      return false;
    } catch {
      return true;
    }
  });
  return bad < 0 ? lines.length - 1 : bad;
}
