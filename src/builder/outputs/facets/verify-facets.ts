import { parseFacetDictionary } from '#contract/facet-dictionary.ts'
import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { parseOpening } from '#contract/opening-file.ts'
import { parseSelectionBytes } from '#contract/selection-file.ts'
import { countSelection, emptySelection, subtractSelection } from '#core/selection/selection.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { expectCount } from '#builder/site/verify/expect-count.ts'

/** Every value selects as many posts as its count says. */
export async function verifyFacets(
  { facets, opening: openingHash }: Manifest,
  site: BuiltSite,
): Promise<string[]> {
  const opening = await site.readJson('opening', openingHash, parseOpening)
  const superseded = opening?.superseded ?? emptySelection
  const faults: string[] = []
  const bundles = new Map<FileHash, Uint8Array | undefined>()
  for (const { facet, dictionary: hash, values } of facets) {
    const dictionary = await site.readJson('facets', hash, parseFacetDictionary)
    if (dictionary === undefined) continue
    faults.push(...expectCount(`${facet}: values`, dictionary.values.length, values))
    for (const { value, count, selection } of dictionary.values) {
      const { file, start, bytes } = selection
      if (!bundles.has(file)) bundles.set(file, await site.readData('selections', file))
      const part = bundles.get(file)?.subarray(start, start + bytes)
      if (part === undefined) continue
      const visible = subtractSelection(parseSelectionBytes(part), superseded)
      faults.push(...expectCount(`${facet} "${value}": posts`, countSelection(visible), count))
    }
  }
  return faults
}
