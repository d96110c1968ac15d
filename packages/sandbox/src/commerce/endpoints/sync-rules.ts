import { isRecord } from 'sequenzy-contract';
import { json } from '../../http/answer.ts';
import { problem } from '../../http/problem.ts';
import type { Endpoint } from './endpoint.ts';

/** `GET /sync-rules`: rules that act on events. The shape of the reply is assumed: `{ success, rules }`. */
export const getSyncRules: Endpoint = {
  method: 'GET',
  path: '/sync-rules',
  scope: 'sync_rules:read',
  answer: ({ company }) => json(200, { success: true, rules: company.syncRules.all }),
};

/** `PUT /sync-rules`: takes the place of all that were there (assumed). */
export const putSyncRules: Endpoint = {
  method: 'PUT',
  path: '/sync-rules',
  scope: 'sync_rules:write',
  answer({ company, body }) {
    const parsed = body.json();
    const value: unknown = parsed.ok && isRecord(parsed.value) ? parsed.value['rules'] : undefined;
    const rules: unknown[] | undefined = Array.isArray(value) ? value : undefined;
    if (!rules?.every(isRecord)) {
      return problem(400, 'rules expected a list of rules');
    }
    company.syncRules.all = rules;
    return json(200, { success: true, rules });
  },
};
