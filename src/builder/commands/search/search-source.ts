import { parseFacetDictionary } from '#contract/facet-dictionary.ts'
import type { FileHash } from '#contract/file-names.ts'
import { parseSelectionBytes } from '#contract/selection-file.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { emptySelection, uniteSelections, type Selection } from '#core/selection/selection.ts'
import type { SearchSource } from '#search/engine/search-source.ts'
import { toFacetKey } from '#search/query/facet-key.ts'
import { parseRoot } from '#search/segment/search-root.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import type { SiteFiles } from './site-files.ts'

/** The posts with a facet value, in any spelling that folds to the same key. */
async function readFacetSelection(
  site: SiteFiles,
  facet: FacetName,
  value: string,
): Promise<Selection> {
  const hash = site.manifest.facets.find((entry) => entry.facet === facet)?.dictionary
  if (hash === undefined) return emptySelection
  const { values } = await site.json('facets', hash, parseFacetDictionary)
  const key = toFacetKey(value)
  const files = new Map<FileHash, Uint8Array>()
  let selection = emptySelection
  for (const { value: other, selection: place } of values) {
    if (toFacetKey(other) !== key) continue
    const bytes = files.get(place.file) ?? (await site.data('selections', place.file))
    files.set(place.file, bytes)
    const part = bytes.subarray(place.start, place.start + place.bytes)
    selection = uniteSelections(selection, parseSelectionBytes(part))
  }
  return selection
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
    fetchBlock: (path) => site.bytes(path),
    selectionOf: (facet, value) => readFacetSelection(site, facet, value),
  }
}
