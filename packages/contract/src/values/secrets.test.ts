import { expect, it } from 'vitest';
import { Secrets } from './secrets.ts';

it('takes a secret out wherever it stands, in JSON too', () => {
  const secrets = new Secrets();
  secrets.hide(' seq"live\\12345 \n');
  const text = `Bearer seq"live\\12345 ${JSON.stringify({ key: 'seq"live\\12345' })}`;
  expect(secrets.redact(text)).toBe('Bearer [key] {"key":"[key]"}');
});

it('leaves words alone that somebody has put in place of a key', () => {
  const secrets = new Secrets();
  secrets.hide('test');
  expect(secrets.redact('a test')).toBe('a test');
});

it('knows a key by its shape', () => {
  const secrets = new Secrets();
  secrets.hideKeysIn(['--x=seq_user_abc123def', 'sk_live_abcdefgh']);
  expect(secrets.redact('seq_user_abc123def, sk_live_abcdefgh')).toBe('[key], [key]');
});
