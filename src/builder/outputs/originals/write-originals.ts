import type { FileHash } from '#contract/file-names.ts'
import { postsPerOriginalsFile, type Originals } from '#contract/originals-file.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { isTitleCut } from '#builder/archive/prepare/to-row-and-body.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'

/** Writes what references need of posts in ordinal order. Appended posts change only the last file. */
export async function writeOriginals(
  posts: readonly OrderedPost[],
  writer: SiteWriter,
): Promise<FileHash[]> {
  const files: FileHash[] = []
  for (let first = 0; first < posts.length; first += postsPerOriginalsFile) {
    const members = posts.slice(first, first + postsPerOriginalsFile)
    files.push(await writer.writeJson('originals', toOriginals(first, members)))
  }
  return files
}

function toOriginals(firstOrdinal: number, posts: readonly OrderedPost[]): Originals {
  const titles: Originals['titles'] = []
  const urls = posts.map(({ cached: { sourceUrl, title } }, at) => {
    if (title !== undefined && isTitleCut(title)) titles.push([at, title])
    return sourceUrl ?? null
  })
  return { firstOrdinal, urls, titles, ids: posts.map(({ id }) => id) }
}
