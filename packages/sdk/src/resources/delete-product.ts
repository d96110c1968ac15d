import { type Answer, type CallOptions, segment, type Transport } from 'sequenzy-transport';
import { SequenzyNotFoundError } from '../errors/errors.ts';
import { contradiction } from '../answers/contradiction.ts';
import { layersOf, shown } from '../answers/evidence.ts';
import { requireDone } from '../answers/require-done.ts';

export interface DeleteOptions extends CallOptions {
  /** Asked before the request leaves, repeats included; what it throws ends the call. Default: it may leave. */
  readonly permit?: (() => Promise<void>) | undefined;
}

/** DELETE /products/{productId}: the answer that says that it is gone. Source: the vendor's page "products upsert". */
export async function deleteProduct(
  transport: Transport,
  productId: string,
  options: DeleteOptions,
): Promise<Answer> {
  const call = { method: 'DELETE', path: `/products/${segment('productId', productId)}` } as const;
  try {
    const answer = await transport({
      ...options,
      ...call,
      replayable: true,
      priority: 'catalog',
    });
    requireDone(answer, call, { flags: ['deleted'], ids: { productId } });
    for (const { deleted } of layersOf(answer.json)) {
      if (!isAnother(deleted, productId)) continue;
      throw contradiction(call, answer, { what: `deleted ${shown(deleted)}`, said: undefined });
    }
    return answer;
  } catch (error) {
    if (!(error instanceof SequenzyNotFoundError)) throw error;
    const { headers = new Headers(), body = 'null' } = error;
    // A web page may mean that the API is not there, not the product.
    if (!error.isOwnWord) {
      const what = 'an answer that does not come from the API';
      throw contradiction(call, { status: 404, headers }, { what, said: error.serverMessage });
    }
    if (!error.ambiguous) throw error;
    return { status: 404, headers, text: body, json: JSON.parse(body) };
  }
}

/** Whether `deleted` names other products instead of saying yes. */
function isAnother(deleted: unknown, productId: string): boolean {
  if (Array.isArray(deleted)) return !deleted.map(String).includes(productId);
  if (typeof deleted !== 'string') return false;
  return deleted !== productId && !/^(true|yes|y|on|1|ok|deleted|)$/i.test(deleted.trim());
}
