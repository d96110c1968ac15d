import { tolerate, type Location, type Problem, type Service } from 'sequenzy-transport';
import { faultsOfNames, type FanfareNames } from '../settings/names.ts';
import { problemSchema } from '../replies/problem.ts';

/** What the transport has to know of Fanfare's Admin API. Source: docs.fanfare.io, pages on errors and rate limiting. */
export function fanfareService(names: FanfareNames): Service {
  return {
    userAgent: `sequenzy-fanfare/${__VERSION__}`,
    environment: {
      apiKey: 'FANFARE_SECRET_KEY',
      baseUrl: (read) => ({ url: read('FANFARE_API_URL') }),
      logLevel: 'FANFARE_LOG',
    },
    defaultUrl: 'https://admin.fanfare.io/api',
    locate,
    headers: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
    rateLimit: { perMinute: 1000, perSecond: 50 },
    // `Cannot remove: variants exist` is true the second time as well.
    replies: { refuses: () => false, problemIn, conflictPasses: false },
    faults: faultsOfNames(names),
  };
}

function locate(given: string): Location {
  const { origin, pathname } = new URL(given);
  if (pathname === '/') return { baseUrl: origin, apiPath: '/api' };
  const [apiPath = ''] = /\/api(\/v\d+)?$/.exec(pathname) ?? [];
  return { baseUrl: given.slice(0, given.length - apiPath.length), apiPath };
}

function problemIn(json: unknown): Problem {
  const { error, message, details } = tolerate(problemSchema, json);
  const fields = (details ?? []).flatMap(({ field = '', message: reason }) =>
    reason === undefined ? [] : [`${field} ${reason}`.trim()],
  );
  const sentence = [...new Set([error, message])].filter((part) => part !== undefined).join(': ');
  const said = [sentence, fields.join('; ')].filter((part) => part !== '').join(': ');
  return { ...(said !== '' && { message: said }), ...(details !== undefined && { details }) };
}
