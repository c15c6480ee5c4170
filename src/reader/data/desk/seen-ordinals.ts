import { noOrdinal } from '#reader/storage/desk/row-pack.ts'
import { toMarkMonth } from '#reader/storage/desk/mark-pack.ts'

interface SeenMonth {
  /** With a space between any two. */
  ids: string
  /** In the order of the ids. */
  ordinals: number[] | Uint32Array
  /** The place of each id, once one is asked for. */
  places?: Map<string, number>
}

/** Ordinals of posts whose rows were seen and are where they were, by the months of their ids. */
export class SeenOrdinals {
  readonly #months = new Map<string, SeenMonth>()

  /** Takes a month over; `noOrdinal` stands for a post that the archive does not have. */
  setMonth(month: string, ids: string, ordinals: Uint32Array): void {
    this.#months.set(month, { ids, ordinals })
  }

  /** Adds a post; without an ordinal one that the archive does not have. */
  add(id: string, ordinal = noOrdinal): void {
    const month = toMarkMonth(id)
    const known = this.#months.get(month)
    if (known === undefined) {
      this.#months.set(month, { ids: id, ordinals: [ordinal] })
      return
    }
    const places = toPlaces(known)
    known.ordinals = [...known.ordinals]
    const place = places.get(id)
    if (place === undefined) {
      places.set(id, known.ordinals.length)
      known.ids += ` ${id}`
      known.ordinals.push(ordinal)
    } else known.ordinals[place] = ordinal
  }

  /** Whether it is known where a post is, or that the archive does not have it. */
  has(id: string): boolean {
    return this.#find(id) !== undefined
  }

  /** The ordinal of a post; `undefined` where nothing is known of it, or the archive does not have it. */
  get(id: string): number | undefined {
    const ordinal = this.#find(id)
    return ordinal === noOrdinal ? undefined : ordinal
  }

  /**
   * The ordinals of a month, where just these ids were seen in it, in this order: then none of them has to be looked up alone.
   * `undefined` where that is not so, or the archive does not have one of them.
   */
  findMonth(month: string, ids: string): ArrayLike<number> | undefined {
    const known = this.#months.get(month)
    return known?.ids === ids && !known.ordinals.includes(noOrdinal) ? known.ordinals : undefined
  }

  #find(id: string): number | undefined {
    const known = this.#months.get(toMarkMonth(id))
    if (known === undefined) return undefined
    const place = toPlaces(known).get(id)
    return place === undefined ? undefined : known.ordinals[place]
  }
}

function toPlaces(month: SeenMonth): Map<string, number> {
  month.places ??= new Map(month.ids.split(' ').map((id, at) => [id, at]))
  return month.places
}
