import { parseFacetDictionary } from '#contract/facet-dictionary.ts'
import { parseOpening } from '#contract/opening-file.ts'
import type { FileHash } from '#contract/file-names.ts'
import { parseSelectionBytes } from '#contract/selection-file.ts'
import { toDateRange } from '#core/selection/calendar.ts'
import {
  emptySelection,
  rangeSelection,
  uniteSelections,
  type Selection,
} from '#core/selection/selection.ts'
import type { SearchSource } from '#search/engine/search-source.ts'
import { toFacetMatcher } from '#search/query/facet-matcher.ts'
import type { ValueField } from '#search/query/query-chunk.ts'
import type { DayBounds } from '#search/query/query-date.ts'
import { parseRoot } from '#search/segment/search-root.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { toDamaged, type SiteFiles } from './site-files.ts'

/** The posts with a value, as `toFacetMatcher` compares it. */
async function readFacetSelection(
  site: SiteFiles,
  field: ValueField,
  typed: string,
): Promise<Selection> {
  const { facet, matches } = toFacetMatcher(field, typed)
  const hash = site.manifest.facets.find((entry) => entry.facet === facet)?.dictionary
  if (hash === undefined) return emptySelection
  const { values } = await site.json('facets', hash, parseFacetDictionary)
  const files = new Map<FileHash, Uint8Array>()
  let selection = emptySelection
  for (const { value, selection: place } of values) {
    if (!matches(value)) continue
    const bytes = files.get(place.file) ?? (await site.data('selections', place.file))
    files.set(place.file, bytes)
    const part = bytes.subarray(place.start, place.start + place.bytes)
    selection = uniteSelections(selection, parseSelectionBytes(part))
  }
  return selection
}

/** The posts that were published on some days, in the archive's zone. */
async function readDays(site: SiteFiles, days: DayBounds): Promise<Selection> {
  const { calendar } = await site.json('opening', site.manifest.opening, parseOpening)
  const { start, end } = toDateRange(calendar, days)
  return rangeSelection(start, end)
}

/**
 * Opens the search index of a site.
 * @throws BuildError when the site has no index, or the root is damaged.
 */
export async function openSearchSource(site: SiteFiles): Promise<SearchSource> {
  const { search } = site.manifest
  if (search === undefined) {
    throw new BuildError(
      'The site was built without a search index.',
      'Build it again without --no-search.',
    )
  }
  const bytes = await site.data('search', search.root)
  return {
    root: parseRoot(bytes),
    sha256,
    fetchBlock: async (path, { isProven }) => {
      const block = await site.bytes(path)
      if (isProven(block)) return block
      throw toDamaged(path)
    },
    selectionOf: (field, value) => readFacetSelection(site, field, value),
    daysOf: (days) => readDays(site, days),
  }
}
