import { http, HttpResponse, type HttpHandler } from 'msw';
import type { ApiSandbox } from './service/api-sandbox.ts';

/**
 * Request handlers for msw's `setupServer` or `setupWorker`, for code whose `fetch` cannot be handed in.
 * A reset and a refused connection become msw's network error, which knows no cause.
 *
 * @param origin Which origin to take over. Default: every origin. Only what lies under the sandbox's `basePath` is taken.
 *
 * @example
 * const server = setupServer(...sandboxHandlers(createSandbox(), 'https://api.sequenzy.com'));
 */
export function sandboxHandlers(
  sandbox: Pick<ApiSandbox, 'handle' | 'basePath'>,
  origin = '*',
): HttpHandler[] {
  return [
    http.all(`${origin}${sandbox.basePath}/*`, async ({ request }) => {
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
