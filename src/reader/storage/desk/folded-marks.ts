import { buildMarkPack, parseMarkPack, toMarkMonth, type Mark, type MarkPack } from './mark-pack.ts'

/** Entries by their ids. */
export interface EntryMap<E> {
  get: (id: string) => E | undefined
  set: (id: string, entry: E) => unknown
  delete: (id: string) => boolean
  values: () => IterableIterator<E>
}

/**
 * Marks by the ids of their posts. Those of a month stay packed as they were stored until one of them is asked for: most months of a
 * long desk never are, and objects for all of its marks would take longer than all else of opening it.
 */
export class FoldedMarks implements EntryMap<Mark> {
  readonly #marks = new Map<string, Mark>()
  readonly #folded = new Map<string, MarkPack>()
  readonly #unfolded = new Set<string>()

  /** Takes a whole pack over as it is. @returns false when marks of its month are known already. */
  fold(pack: MarkPack): boolean {
    if (this.#unfolded.has(pack.month) || this.#folded.has(pack.month)) return false
    this.#folded.set(pack.month, pack)
    return true
  }

  /** All marks, packed by month. */
  listPacks(): MarkPack[] {
    const byMonth = new Map<string, Mark[]>()
    for (const mark of this.#marks.values()) {
      const month = toMarkMonth(mark.id)
      const marks = byMonth.get(month)
      if (marks === undefined) byMonth.set(month, [mark])
      else marks.push(mark)
    }
    const unfolded = [...byMonth].map(([month, marks]) => buildMarkPack(month, marks))
    return [...this.#folded.values(), ...unfolded]
  }

  get(id: string): Mark | undefined {
    this.#unfold(toMarkMonth(id))
    return this.#marks.get(id)
  }

  set(id: string, mark: Mark): void {
    this.#unfold(toMarkMonth(id))
    this.#marks.set(id, mark)
  }

  delete(id: string): boolean {
    this.#unfold(toMarkMonth(id))
    return this.#marks.delete(id)
  }

  values(): IterableIterator<Mark> {
    for (const month of this.#folded.keys()) this.#unfold(month)
    return this.#marks.values()
  }

  #unfold(month: string): void {
    this.#unfolded.add(month)
    const pack = this.#folded.get(month)
    if (pack === undefined) return
    this.#folded.delete(month)
    for (const mark of parseMarkPack(pack).marks) this.#marks.set(mark.id, mark)
  }
}
