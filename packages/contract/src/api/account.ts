import * as z from 'zod/mini';

const company = z.looseObject({
  id: z.optional(z.string()),
  name: z.optional(z.nullable(z.string())),
});

/** Whose key this is and what it may do. Source: the types of the vendor's MCP server. */
export const accountSchema = z.looseObject({
  companies: z.optional(z.array(company)),
  currentCompanyId: z.optional(z.nullable(z.string())),
  user: z.optional(z.nullable(z.looseObject({}))),
  apiKeyPermissions: z.optional(
    z.nullable(
      z.looseObject({
        activeKey: z.optional(
          z.nullable(
            z.looseObject({ id: z.optional(z.string()), type: z.optional(z.nullable(z.string())) }),
          ),
        ),
        scopes: z.optional(z.array(z.string())),
        fullAccess: z.optional(z.boolean()),
        /** Scopes that stand in `scopes`, and are not given: the owner's role in the workspace takes them away. */
        roleRestrictedScopes: z.optional(z.nullable(z.array(z.string()))),
        canSendLive: z.optional(z.nullable(z.boolean())),
        liveDeliveryBlockedByRole: z.optional(z.nullable(z.boolean())),
        missingLiveDeliveryScopes: z.optional(z.nullable(z.array(z.string()))),
        preset: z.optional(z.nullable(z.string())),
        manageUrl: z.optional(z.nullable(z.string())),
      }),
    ),
  ),
});

export type Account = z.infer<typeof accountSchema>;

/**
 * A subscriber's profile; revenue stands among the attributes (`ltv`, `totalSpent`, `ordersCount`, `aov`), which are
 * called `customAttributes` in the vendor's PHP SDK.
 */
export const subscriberSchema = z.looseObject({
  id: z.optional(z.string()),
  email: z.optional(z.string()),
  externalId: z.optional(z.nullable(z.string())),
  firstName: z.optional(z.nullable(z.string())),
  lastName: z.optional(z.nullable(z.string())),
  attributes: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  customAttributes: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

/** Source: the vendor's PHP SDK (`GetSubscribersResponse`). */
export const subscriberReplySchema = z.looseObject({
  success: z.optional(z.boolean()),
  subscriber: z.optional(subscriberSchema),
});

export type Subscriber = z.infer<typeof subscriberSchema>;
