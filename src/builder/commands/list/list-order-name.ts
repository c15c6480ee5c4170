/** Orders of an exported list; `best`: the best match of a query first. */
export const listOrders = ['newest', 'oldest', 'best'] as const
export type ListOrderName = (typeof listOrders)[number]
