import { json } from '../../http/answer.ts';
import type { Endpoint } from './endpoint.ts';

/**
 * `GET /account`: whose key this is and what it may do. The key itself is never shown.
 * Source: the vendor's MCP server (`get_account` asks for the scope `account:read`).
 */
export const getAccount: Endpoint = {
  method: 'GET',
  path: '/account',
  scope: 'account:read',
  answer: ({ caller: { key, companyId } }) => {
    const personal = key.companies.length > 1;
    return json(200, {
      success: true,
      companies: key.companies.map((id) => ({ id, name: `Sandbox ${id}` })),
      currentCompanyId: companyId,
      user: personal ? { id: `user_${key.number}`, email: 'sandbox@example.com' } : null,
      apiKeyPermissions: {
        activeKey: { id: `key_${key.number}`, type: personal ? 'personal' : 'company' },
        scopes: key.scopes,
        roleRestrictedScopes: key.roleRestrictedScopes,
        canSendLive: key.canSendLive,
        liveDeliveryBlockedByRole: !key.canSendLive,
        missingLiveDeliveryScopes: [],
        fullAccess: key.fullAccess,
        preset: key.fullAccess ? 'full_access' : 'custom',
        manageUrl: 'https://sequenzy.com/settings/api-keys',
      },
    });
  },
};
