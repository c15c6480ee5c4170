/** What an article cannot show; a mark with its words stands in its place. */
export const leftOutKinds = ['drawing', 'markup', 'picture', 'player'] as const
export type LeftOut = (typeof leftOutKinds)[number]

/** Attribute of a mark; its value is one of `leftOutKinds`. */
export const leftOutAttribute = 'data-left-out'

/** Begins the text of a mark, so that it is seen without any style too. */
export const leftOutSign = '▨'
