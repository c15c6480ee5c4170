import * as v from 'valibot'

/** Where a reader was in a list, relative to a post, so that it stays valid when a newer build has more posts. */
export interface ScrollPlace {
  /** Ordinal of the topmost row in view. */
  ordinal: number
  /** Distance of its top from the top of the window, pixels; negative when it begins above the window. */
  top: number
  /** Ordinal of the row that had the focus; absent when none had. */
  focused?: number | undefined
}

export const scrollPlaceShape = v.object({
  ordinal: v.number(),
  top: v.number(),
  focused: v.optional(v.number()),
})

/** The place that a history state asks for: a list laid out anew under another address keeps the row in view. */
export function parsePlaceState(state: unknown): ScrollPlace | undefined {
  const result = v.safeParse(v.object({ place: scrollPlaceShape }), state)
  return result.success ? result.output.place : undefined
}
