// Each attempt of a request as a span of OpenTelemetry, below whatever span is active, with its `traceparent` sent along.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { SequenzyCommerce } from 'sequenzy-commerce';

/** Hooks for the option `hooks` of a client. */
export function tracingHooks(tracer = trace.getTracer('sequenzy')) {
  const spans = new Map();
  const end = (attemptId, tell) => {
    const span = spans.get(attemptId);
    spans.delete(attemptId);
    tell(span);
    span?.end();
  };
  return {
    onRequest({ attemptId, attempt, method, path, headers }) {
      const attributes = {
        'http.request.method': method,
        'url.path': path,
        'http.request.resend_count': attempt - 1,
      };
      const span = tracer.startSpan(method, { kind: SpanKind.CLIENT, attributes });
      spans.set(attemptId, span);
      propagation.inject(trace.setSpan(context.active(), span), headers);
    },
    onResponse({ attemptId, status, requestId }) {
      end(attemptId, (span) => {
        span?.setAttribute('http.response.status_code', status);
        if (requestId !== undefined) span?.setAttribute('sequenzy.request_id', requestId);
        if (status >= 400) span?.setStatus({ code: SpanStatusCode.ERROR });
      });
    },
    // Refused, out of time, stopped: that ends a span as well.
    onFailure({ attemptId, error }) {
      end(attemptId, (span) => {
        span?.setAttribute('error.type', error.code ?? error.name);
        span?.setStatus({ code: SpanStatusCode.ERROR });
      });
    },
  };
}

// From here on what an application sets up once; usually NodeSDK of @opentelemetry/sdk-node does it.
const active = new AsyncLocalStorage();
context.setGlobalContextManager({
  active: () => active.getStore() ?? ROOT_CONTEXT,
  with: (at, work, self, ...args) => active.run(at, () => work.apply(self, args)),
  bind: (_, target) => target,
  enable: () => context,
  disable: () => context,
});
propagation.setGlobalPropagator({
  inject(at, carrier, setter) {
    const { traceId, spanId } = trace.getSpanContext(at);
    setter.set(carrier, 'traceparent', `00-${traceId}-${spanId}-01`);
  },
  extract: (at) => at,
  fields: () => ['traceparent'],
});
const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
);

const sequenzy = new SequenzyCommerce({ hooks: tracingHooks() });
const checkout = { checkoutId: 'cart-17', customer: { email: 'ada@example.com' } };
await trace.getTracer('shop').startActiveSpan('POST /cart', async (span) => {
  await sequenzy.checkouts.track(checkout, { timeout: 2000 });
  span.end();
});
const [request, handler] = exporter.getFinishedSpans();
const isBelow = request.parentSpanContext.spanId === handler.spanContext().spanId;
console.log(handler.name, isBelow ? '>' : '|', request.name, JSON.stringify(request.attributes));
