import { boolean, list, nullable, object, reply, string } from '../values/reader.ts';

const company = object({ id: string, name: nullable(string) });

/** Whose key this is and what it may do. Source: the types of the vendor's MCP server. */
export const readAccount = reply(
  object({
    companies: list(company, {}),
    currentCompanyId: nullable(string),
    user: nullable(object({})),
    apiKeyPermissions: nullable(
      object({
        activeKey: nullable(object({ id: string, type: nullable(string) })),
        scopes: list(string),
        fullAccess: boolean,
        /** Scopes that stand in `scopes`, and are not given: the owner's role in the workspace takes them away. */
        roleRestrictedScopes: nullable(list(string)),
        canSendLive: nullable(boolean),
        liveDeliveryBlockedByRole: nullable(boolean),
        missingLiveDeliveryScopes: nullable(list(string)),
        preset: nullable(string),
        manageUrl: nullable(string),
      }),
    ),
  }),
);

export type Account = ReturnType<typeof readAccount>;

const subscriber = object({
  id: string,
  email: string,
  externalId: nullable(string),
  firstName: nullable(string),
  lastName: nullable(string),
  attributes: nullable(object({})),
  customAttributes: nullable(object({})),
});

/**
 * A subscriber's profile; revenue stands among the attributes (`ltv`, `totalSpent`, `ordersCount`, `aov`), which are
 * called `customAttributes` in the vendor's PHP SDK.
 */
export const readSubscriber = reply(subscriber);

/** Source: the vendor's PHP SDK (`GetSubscribersResponse`). */
export const readSubscriberReply = reply(object({ success: boolean, subscriber }));

export type Subscriber = ReturnType<typeof readSubscriber>;
