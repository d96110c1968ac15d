import { systemCode } from 'sequenzy-contract';

/** A proxy that the environment names. */
export interface Proxy {
  /** Without user and password, so that it can be shown. */
  readonly origin: string;
  /** Value of the `Proxy-Authorization` header. Never shown. */
  readonly authorization: string | undefined;
  /** The variable that names it. */
  readonly variable: string;
}

/** A proxy stood in the way: the request has not left. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  /** What to do about it, a complete sentence. */
  readonly nextStep: string;
  /** Whether another attempt may succeed without a change. */
  readonly retryable: boolean;

  constructor(problem: string, nextStep: string, details: { retryable: boolean; cause?: unknown }) {
    super(problem, { cause: details.cause });
    this.nextStep = nextStep;
    this.retryable = details.retryable;
  }
}

/** The error for a proxy that was asked to connect to `target`, such as `api.sequenzy.com:443`, and said no. */
export function refusedByProxy(proxy: Proxy, target: string, status: number): ProxyError {
  const { origin, authorization, variable } = proxy;
  const shown = `the proxy ${origin}`;
  const code = `(${String(status)})`;
  if (status === 407) {
    return authorization === undefined
      ? final(
          `${shown} asks for a user and a password ${code}`,
          `Put them into ${variable}: http://user:password@proxy.example:3128.`,
        )
      : final(
          `${shown} does not accept the user and the password in ${variable} ${code}`,
          `Correct them in ${variable}; write special characters as %40 and the like.`,
        );
  }
  if (status >= 500) {
    return new ProxyError(`${shown} cannot reach ${target} ${code}`, checkOr(variable, target), {
      retryable: true,
    });
  }
  return final(
    `${shown} does not allow a connection to ${target} ${code}`,
    `Ask whoever runs the proxy to allow it, or ${direct(target)}`,
  );
}

/** The error for a proxy that could not be connected to. */
export function unreachableProxy(proxy: Proxy, target: string, cause: unknown): ProxyError {
  const code = systemCode(cause) ?? 'no answer';
  const problem = `the proxy ${proxy.origin} ${problems[code] ?? `cannot be used (${code})`}`;
  if (isCertificateFault(code)) return final(problem, trustAuthority, cause);
  return new ProxyError(problem, checkOr(proxy.variable, target), { retryable: true, cause });
}

/** The error for a certificate that came through a proxy: many proxies put their own in its place. */
export function untrustedBehindProxy(proxy: Proxy, target: string, cause: unknown): ProxyError {
  const code = systemCode(cause) ?? 'unknown';
  return final(
    `the certificate for ${target} that came through the proxy ${proxy.origin} is not trusted (${code})`,
    trustAuthority,
    cause,
  );
}

/** Whether TLS failed before anything was sent. */
export function isCertificateFault(code: string): boolean {
  return /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|UND_ERR_PRX_TLS)/.test(code);
}

const trustAuthority =
  'Name a file with the certificate authority of the proxy in NODE_EXTRA_CA_CERTS.';

const problems: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses the connection',
  ENOTFOUND: 'cannot be found: there is no such host',
  EAI_AGAIN: 'cannot be found: its name cannot be looked up',
  ETIMEDOUT: 'does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'does not answer',
  UND_ERR_SOCKET: 'closed the connection',
  ECONNRESET: 'closed the connection',
};

function checkOr(variable: string, target: string): string {
  return `Check ${variable}, or ${direct(target)}`;
}

function direct(target: string): string {
  return `add ${target.replace(/:\d+$/, '')} to NO_PROXY to connect without a proxy.`;
}

function final(problem: string, nextStep: string, cause?: unknown): ProxyError {
  return new ProxyError(problem, nextStep, { retryable: false, cause });
}
