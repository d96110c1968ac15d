import type { Answer } from '../http/answer.ts';
import { missingScope } from '../keys/access.ts';
import type {
  BadProductFault,
  ForbiddenFault,
  RateLimitedFault,
  ServerErrorFault,
  TooLargeFault,
  UnauthorizedFault,
} from './fault.ts';
import { indexOfProduct } from './product-index.ts';
import type { Scene } from './scene.ts';

type RefusingFault =
  | RateLimitedFault
  | ServerErrorFault
  | BadProductFault
  | TooLargeFault
  | UnauthorizedFault
  | ForbiddenFault;

/** The error body of a fault that the API itself would answer. */
export function refusalOf(fault: RefusingFault, scene: Scene): Answer {
  const { problem, invalidKey } = scene.api;
  switch (fault.kind) {
    case 'rate-limited': {
      const headers = retryAfter(fault, scene.clock.now());
      return problem(429, 'Rate limit exceeded', { headers });
    }
    case 'server-error':
      return problem(fault.status ?? 500, 'Something went wrong', {
        headers:
          fault.retryAfterSeconds === undefined
            ? {}
            : { 'retry-after': String(fault.retryAfterSeconds) },
      });
    case 'bad-product':
      return badProduct(fault, scene);
    case 'too-large':
      return problem(413, `The body is larger than ${fault.maxBytes} bytes`);
    case 'unauthorized':
      return problem(401, invalidKey);
    case 'forbidden':
      return missingScope(fault.scope ?? 'products:write');
  }
}

function retryAfter(fault: RateLimitedFault, now: number): Record<string, string> {
  const wait = fault.waitMs ?? 1000;
  switch (fault.retryAfter ?? 'seconds') {
    case 'seconds':
      return { 'retry-after': String(Math.ceil(wait / 1000)) };
    case 'date':
      // HTTP dates have whole seconds: rounded up, so that nobody comes too early.
      return { 'retry-after': new Date(Math.ceil((now + wait) / 1000) * 1000).toUTCString() };
    case 'milliseconds':
      return { 'retry-after-ms': String(wait) };
    case 'none':
      return {};
  }
}

function badProduct(
  { productId, status, details }: BadProductFault,
  { api, arrival }: Scene,
): Answer {
  if (details === false) return api.problem(status ?? 400, 'A product could not be stored');
  const index = indexOfProduct(arrival.body, productId);
  const message = `product ${productId} could not be stored`;
  const detail = { index, productId, path: `products[${index}]`, message };
  return api.problem(status ?? 400, message, { details: [detail] });
}
