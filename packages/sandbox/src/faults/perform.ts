import { json, text, type Answer, type Exchange } from '../http/answer.ts';
import type { Fault, TruncatedFault, When } from './fault.ts';
import { refusalOf } from './refusal.ts';
import type { Scene } from './scene.ts';

const page =
  '<!doctype html>\n<html><head><title>Gateway</title></head><body><h1>Please stand by</h1></body></html>\n';

/** Makes one fault happen. */
export async function perform(fault: Fault, scene: Scene): Promise<Exchange> {
  switch (fault.kind) {
    case 'reset':
    case 'hang':
      await workIf(fault.when, scene);
      return { kind: fault.kind };
    case 'refused':
      return { kind: 'refused' };
    case 'truncated':
      return truncate(fault, await scene.work());
    case 'slow':
      return answered(await late(fault.ms, scene));
    case 'html':
      return answered(text(fault.status ?? 502, 'text/html', page));
    case 'plain-text':
      return answered(
        text(fault.status ?? 500, 'text/plain', fault.text ?? 'upstream connect error'),
      );
    case 'empty-body':
      return answered(await withoutBody(fault.status ?? 200, scene));
    case 'says':
      await workIf(fault.when ?? 'before-work', scene);
      return answered(json(fault.status ?? 200, fault.json));
    case 'other-shape':
      return answered(await inOtherShape(scene));
    case 'redirect':
      return answered({
        status: fault.status ?? 307,
        headers: { location: fault.location },
        body: '',
      });
    case 'server-error':
      await workIf(fault.when ?? 'before-work', scene);
      return answered(refusalOf(fault, scene));
    case 'rate-limited':
    case 'bad-product':
    case 'too-large':
    case 'unauthorized':
    case 'forbidden':
      return answered(refusalOf(fault, scene));
  }
}

function answered(answer: Answer): Exchange {
  return { kind: 'answered', answer };
}

async function workIf(when: When, { work }: Scene): Promise<void> {
  if (when === 'after-work') await work();
}

function truncate({ bytes }: TruncatedFault, answer: Answer): Exchange {
  const length = new TextEncoder().encode(answer.body).length;
  const sent = bytes ?? Math.floor(length / 2);
  return { kind: 'truncated', answer, bytes: Math.min(sent, Math.max(0, length - 1)) };
}

/** A client that went away needs not be waited for. */
async function late(milliseconds: number, { work, clock, arrival }: Scene): Promise<Answer> {
  const answer = await work();
  await clock.sleep(milliseconds, arrival.signal).catch((error: unknown) => {
    if (!arrival.signal.aborted) throw error;
  });
  return answer;
}

async function withoutBody(status: number, { work }: Scene): Promise<Answer> {
  if (status >= 200 && status < 300) await work();
  return { status, headers: {}, body: '' };
}

/** Source: another artifact of the vendor counts `created` and `updated`. A refusal keeps its own shape. */
async function inOtherShape({ work }: Scene): Promise<Answer> {
  const answer = await work();
  if (answer.status >= 300) return answer;
  const reply = JSON.parse(answer.body) as { upserted?: number }; // our own reply
  return json(answer.status, { success: true, created: 0, updated: reply.upserted ?? 1 });
}
