import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { systemClock } from 'sequenzy-contract';
import { main } from '../../packages/cli/src/main/main.ts';
import { documentIn } from './validate.ts';

/** What a command prints with `--json`, held against its published schema. No process is started. */
export async function documentOf(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
  isEnded: (printed: string) => boolean = () => false,
): Promise<Record<string, unknown>> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const interruption = new AbortController();
  const printed = { text: '' };
  stdout.on('data', (chunk: Buffer) => {
    printed.text += chunk.toString();
    if (isEnded(printed.text)) interruption.abort();
  });
  const told = text(stderr);
  const exitCode = await main([...argv, '--json'], {
    ...{ stdout, stderr, env, clock: systemClock },
    stdin: new PassThrough().end(),
    interruption: interruption.signal,
    abandonment: new AbortController().signal,
  });
  stderr.end();
  if (printed.text === '') throw new Error(`${argv.join(' ')} has printed nothing: ${await told}`);
  const document = documentIn(printed.text);
  if (document['exitCode'] !== exitCode) throw new Error(`ended with ${String(exitCode)}`);
  return document;
}
