import { ContractError } from '#contract/contract-error.ts'
import { manifestPath } from '#contract/file-names.ts'
import { parseOpening } from '#contract/opening-file.ts'
import { picturePath } from '#contract/picture-file.ts'
import {
  listSelection,
  rangeSelection,
  subtractSelection,
  toOrdinals,
} from '#core/selection/selection.ts'
import { openFilter, toSearchParams, withQuery } from '#core/selection/timeline-filter.ts'
import { parseQuery } from '#search/query/parse-query.ts'
import { copyArchive } from '#shape/copy/copy-archive.ts'
import type { CopyOptions, CopySource } from '#shape/copy/copy-source.ts'
import type { LifeboatMaker } from '#shape/lifeboat/lifeboat-maker.ts'
import { toDamaged, type SiteFiles } from '../built-site/site-files.ts'
import { listOrdinals } from '../list/list-ordinals.ts'

/** A list of posts of a site, see `CopyOptions`. */
export type ListedPosts = Pick<CopyOptions, 'ordinals' | 'list'>

/**
 * The posts that match a query, or all for an empty one, without older versions; without a query everything.
 * @throws BuildError when the site has no index, or a file is missing or damaged.
 */
export async function listPosts(site: SiteFiles, text: string | undefined): Promise<ListedPosts> {
  const { timeline, opening } = site.manifest
  const everything = rangeSelection(0, timeline.rows)
  if (text === undefined) return { ordinals: toOrdinals(everything), list: 'versions=all' }
  const filter = withQuery(openFilter, text)
  const found = filter.query === undefined ? undefined : parseQuery(filter.query)
  const ordinals = await listOrdinals(site, found, 'oldest')
  const { superseded } = await site.json('opening', opening, parseOpening)
  const selection = subtractSelection(listSelection(Uint32Array.from(ordinals)), superseded)
  return { ordinals: toOrdinals(selection), list: toSearchParams(filter).toString() }
}

/** Gives a lifeboat an archive of some posts of a site, and their titles; returns how many they are. Throws as `listPosts` does. */
export async function packList(
  site: SiteFiles,
  { ordinals, list, pictures }: ListedPosts & Pick<CopyOptions, 'pictures'>,
  maker: Pick<LifeboatMaker<unknown>, 'take' | 'list'>,
): Promise<number> {
  const options = { ordinals, list, pictures, rest: () => Promise.resolve() }
  try {
    return (await copyArchive(toSource(site), options, maker)).counts.posts
  } catch (error) {
    throw error instanceof ContractError ? toDamaged(manifestPath, error) : error
  }
}

function toSource(site: SiteFiles): CopySource {
  return {
    manifest: site.manifest,
    data: (kind, hash) => site.data(kind, hash),
    json: (kind, hash, parse) => site.json(kind, hash, parse),
    picture: (file) => site.proven(picturePath(file)),
  }
}
