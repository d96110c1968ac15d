import type { Columns } from '../../../table/columns.ts';
import type { Field } from '../../../kinds/orders/line-item-export/field.ts';

/**
 * The header of the export, its newer spelling and older ones; reduced headers are common, so that little is required.
 * Source: headers in public repositories and the fixtures of other importers.
 */
export const columns: Columns<Field> = {
  fields: {
    name: ['Name'],
    id: ['Id'],
    email: ['Email'],
    financialStatus: ['Financial Status'],
    paidAt: ['Paid at'],
    fulfillmentStatus: ['Fulfillment Status'],
    cancelledAt: ['Cancelled at', 'Canceled at'],
    createdAt: ['Created at'],
    currency: ['Currency'],
    total: ['Total'],
    shipping: ['Shipping'],
    taxes: ['Taxes'],
    refundedAmount: ['Refunded Amount'],
    discountCode: ['Discount Code'],
    discountAmount: ['Discount Amount'],
    source: ['Source'],
    paymentMethod: ['Payment Method'],
    tags: ['Tags'],
    billingName: ['Billing Name'],
    shippingName: ['Shipping Name'],
    lineQuantity: ['Lineitem quantity'],
    lineName: ['Lineitem name'],
    linePrice: ['Lineitem price'],
    lineSku: ['Lineitem sku'],
    lineVariant: [],
  },
  required: ['name', 'email', 'createdAt', 'total', 'lineName'],
  anyOf: [],
  ignored: [
    'Fulfilled at',
    'Fulfillment Date',
    'Accepts Marketing',
    'Subtotal',
    'Phone',
    'Notes',
    'Note Attributes',
    'Vendor',
    'Outstanding Balance',
    'Employee',
    'Location',
    'Device ID',
    'Risk Level',
    'Receipt Number',
    'Duties',
    'Next Payment Due At',
    /^lineitem /,
    /^(billing|shipping) /,
    /^tax \d (name|value)$/,
    /^payment /,
  ],
};

/** Keys that the option `map` can name. */
export const fields = [
  'id',
  'name',
  'email',
  'created_at',
  'cancelled_at',
  'currency',
  'financial_status',
  'fulfillment_status',
  'total_price',
  'line_items',
  'createdAt',
  'cancelledAt',
  'displayFinancialStatus',
  'displayFulfillmentStatus',
  'totalPriceSet',
] as const;
