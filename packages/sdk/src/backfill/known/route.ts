/**
 * How an order leaves where history is stored as events: as an `event`, many in a request, which fires nothing; or as an
 * order, which fires its own: the `newest` of its customer, one so `recent` that an event would fire too, and one that has
 * `changed` although its event is known already.
 */
export type Route = 'event' | 'newest' | 'recent' | 'changed';
