import { visitTerms, type TermPlace } from '../terms/list-terms.ts'

/** A term of a cluster, with its place in the cluster. */
export interface ClusterTerm extends TermPlace {
  term: string
}

/**
 * The clusters of an archive that have other terms than themselves: words with marks or signs, and very long words. Each
 * is read once, by what the index reads it by.
 */
export class ClusterTerms {
  readonly #numbers = new Map<string, number>()
  /** Term -> the number of a cluster that has it, and how. */
  readonly #places = new Map<string, [cluster: number, ClusterTerm][]>()

  /** The number of a cluster, a new one on first use. */
  toNumber(cluster: string): number {
    const known = this.#numbers.get(cluster)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(cluster, number)
    const add = (term: string, place: TermPlace) => {
      const places = this.#places.get(term)
      if (places === undefined) this.#places.set(term, [[number, { ...place, term }]])
      else places.push([number, { ...place, term }])
    }
    visitTerms(cluster, {
      visitPart: (start, end, position) => {
        add(cluster.slice(start, end), { position, start, end, isSpelledOut: true })
      },
      visitTerm: add,
    })
    return number
  }

  /** The clusters with a term, or with terms that begin with it, by their numbers. */
  find(term: string, isPrefix: boolean): Map<number, ClusterTerm[]> {
    const found = new Map<number, ClusterTerm[]>()
    for (const places of isPrefix ? this.#listBegun(term) : [this.#places.get(term) ?? []]) {
      for (const [cluster, place] of places) {
        const own = found.get(cluster)
        if (own === undefined) found.set(cluster, [place])
        else own.push(place)
      }
    }
    return found
  }

  *#listBegun(start: string): Generator<[cluster: number, ClusterTerm][]> {
    for (const [term, places] of this.#places) if (term.startsWith(start)) yield places
  }
}
