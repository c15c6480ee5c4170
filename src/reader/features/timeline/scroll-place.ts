import * as v from 'valibot'

/** Where a reader was in a list, relative to a post, so that it stays valid when a newer build has more posts. */
export interface ScrollPlace {
  /** Ordinal of the topmost row in view. */
  ordinal: number
  /** Distance of its top from the top of the window, pixels; negative when it begins above the window. */
  top: number
  /** Ordinal of the row that had the focus; absent when none had. */
  focused?: number
}

const placesShape = v.array(
  v.tuple([
    v.string(),
    v.object({ ordinal: v.number(), top: v.number(), focused: v.optional(v.number()) }),
  ]),
)

const storageKey = 'broadsheet.places'
const mostPlaces = 40

/** Places by history entry; they survive reloads and last as long as the tab. */
export class ScrollPlaceMemory {
  readonly #places: Map<string, ScrollPlace>
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem'>

  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage
    this.#places = new Map(this.#readStored())
  }

  /** The place remembered for a history entry. */
  recall(entryKey: string): ScrollPlace | undefined {
    return this.#places.get(entryKey)
  }

  /** Remembers a place and drops the oldest from storage. When storage is blocked, it lasts until the next reload. */
  remember(entryKey: string, place: ScrollPlace): void {
    this.#places.delete(entryKey)
    this.#places.set(entryKey, place)
    const newest = [...this.#places].slice(-mostPlaces)
    try {
      this.#storage().setItem(storageKey, JSON.stringify(newest))
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error
    }
  }

  #readStored(): [string, ScrollPlace][] {
    try {
      const stored: unknown = JSON.parse(this.#storage().getItem(storageKey) ?? '[]')
      const result = v.safeParse(placesShape, stored)
      return result.success ? result.output.map(([key, place]) => [key, toPlace(place)]) : []
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof DOMException) return []
      if (error instanceof TypeError) return []
      throw error
    }
  }
}

function toPlace(stored: {
  ordinal: number
  top: number
  focused?: number | undefined
}): ScrollPlace {
  const { ordinal, top, focused } = stored
  return focused === undefined ? { ordinal, top } : { ordinal, top, focused }
}
