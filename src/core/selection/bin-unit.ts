/** What a bar of a histogram stands for. */
export const binUnits = ['year', 'month', 'day'] as const
export type BinUnit = (typeof binUnits)[number]
