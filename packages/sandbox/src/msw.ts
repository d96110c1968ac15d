import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Sandbox } from './sandbox.ts';

/**
 * Request handlers for msw's `setupServer` or `setupWorker`, for code whose `fetch` cannot be handed in.
 * A reset and a refused connection become msw's network error, which knows no cause.
 *
 * @param origin Which origin to take over. Default: every origin, under `/api/v1`.
 *
 * @example
 * const server = setupServer(...sandboxHandlers(createSandbox(), 'https://api.sequenzy.com'));
 */
export function sandboxHandlers(sandbox: Pick<Sandbox, 'handle'>, origin = '*'): HttpHandler[] {
  return [
    http.all(`${origin}/api/v1/*`, async ({ request }) => {
      try {
        return await sandbox.handle(request);
      } catch (error) {
        // After an abort the caller has had its answer from msw: anything but an exception will do.
        if (request.signal.aborted) return HttpResponse.error();
        if (error instanceof TypeError && error.cause instanceof Error) return HttpResponse.error();
        throw error;
      }
    }),
  ];
}
