import {
  apiPath,
  bareUrl,
  defaultOrigin,
  limits,
  namedAddress,
  readProblem,
} from 'sequenzy-contract';
import { faultOfHeaderId, type Problem, type Service } from 'sequenzy-transport';
import type { ClientOptions } from './options.ts';

/** What the transport has to know of the Sequenzy API. */
export function sequenzyService({ companyId }: ClientOptions): Service {
  const company = faultOfHeaderId(companyId);
  return {
    userAgent: `sequenzy-commerce/${__VERSION__}`,
    environment: { apiKey: 'SEQUENZY_API_KEY', baseUrl: namedAddress, logLevel: 'SEQUENZY_LOG' },
    defaultUrl: defaultOrigin,
    locate: (baseUrl) => ({ baseUrl: bareUrl(baseUrl), apiPath }),
    headers: (apiKey) => ({
      authorization: `Bearer ${apiKey}`,
      ...(companyId === undefined ? {} : { 'x-company-id': companyId }),
    }),
    rateLimit: { perMinute: limits.requestsPerMinute, perSecond: limits.requestsPerSecond },
    // The vendor's own clients repeat a 409, as they do a 408.
    // Whether a success contradicts itself is for each endpoint to say.
    replies: { refuses: () => false, problemIn, conflictPasses: true },
    faults: company === undefined ? [] : [{ path: 'companyId', message: company }],
  };
}

function problemIn(json: unknown): Problem {
  const problem = readProblem(json);
  const { success, error, description, title, resolution, howToFix, details } = problem;
  const message = (typeof error === 'string' ? error : error?.message) ?? description ?? title;
  return {
    message,
    // Gateways and frameworks answer a wrong path with `error` as well.
    isOwn: success === false && message !== undefined,
    resolution: resolution ?? howToFix,
    missingScopes: missingScopesIn(message ?? ''),
    details,
  };
}

/** `API key is missing required scope: products:write` -> `['products:write']`. Source: the vendor's MCP server. */
function missingScopesIn(message: string): string[] {
  const [, list = ''] = /missing required scopes?:\s*(.+)$/i.exec(message) ?? [];
  return list.match(/[\w-]+:[\w-]+/g) ?? [];
}
