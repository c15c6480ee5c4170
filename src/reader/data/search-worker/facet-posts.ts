import { parseFacetDictionary, type FacetDictionary } from '#contract/facet-dictionary.ts'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import { parseSelectionBytes } from '#contract/selection-file.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { emptySelection, uniteSelections, type Selection } from '#core/selection/selection.ts'
import { toFacetMatcher } from '#search/query/facet-matcher.ts'
import type { ValueField } from '#search/query/query-chunk.ts'
import { fetchBytes, fetchJson } from '#reader/data/files/fetch-file.ts'
import type { SearchedArchive } from './search-messages.ts'

/**
 * Answers `tag:word` and similar conditions inside the search worker: the posts of every value that is meant. Keeps dictionaries in memory and leaves selections to the browser's cache.
 */
export class FacetPosts {
  readonly #archive: Pick<SearchedArchive, 'base' | 'facets'>
  readonly #dictionaries = new Map<FacetName, Promise<FacetDictionary>>()

  constructor(archive: Pick<SearchedArchive, 'base' | 'facets'>) {
    this.#archive = archive
  }

  /**
   * The posts with a value that `toFacetMatcher` takes for the typed one, older versions included.
   * @throws DataError when a file could not be loaded.
   */
  async find(field: ValueField, typed: string, signal: AbortSignal): Promise<Selection> {
    const { facet, matches } = toFacetMatcher(field, typed)
    const entry = this.#archive.facets.find((known) => known.facet === facet)
    if (entry === undefined) return emptySelection
    const dictionary = await this.#readDictionary(facet, entry.dictionary)
    const places = dictionary.values
      .filter(({ value }) => matches(value))
      .map(({ selection }) => selection)
    const found = await Promise.all(
      places.map(async ({ file, start, bytes }) => {
        const whole = await this.#fetchFile(file, signal)
        return parseSelectionBytes(whole.subarray(start, start + bytes))
      }),
    )
    return found.reduce(uniteSelections, emptySelection)
  }

  async #readDictionary(facet: FacetName, hash: FileHash): Promise<FacetDictionary> {
    const known = this.#dictionaries.get(facet)
    if (known !== undefined) return known
    const { base } = this.#archive
    // Without the search's signal: the search for the next typed letter needs the dictionary too.
    const reading = fetchJson(dataPath('facets', hash), parseFacetDictionary, { hash, base })
    this.#dictionaries.set(facet, reading)
    reading.catch(() => this.#dictionaries.delete(facet))
    return reading
  }

  async #fetchFile(hash: FileHash, signal: AbortSignal): Promise<Uint8Array> {
    return fetchBytes(dataPath('selections', hash), { hash, signal, base: this.#archive.base })
  }
}
