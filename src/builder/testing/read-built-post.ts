// For tests: a post of a built site, parsed as the reader does.
import { parseBodyPack, type ArticleBody } from '#contract/body-pack.ts'
import { parseTimelineShard, type PostSummary } from '#contract/timeline-shard.ts'
import { readNewestBuild } from './read-newest-build.ts'

/** Row, body and page of a post by its title. */
export interface BuiltPost {
  row: PostSummary
  body: ArticleBody
  page: string
}

function toText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString()
}

/** Reads a post of a site by its title. */
export async function readBuiltPost(out: string, title: string): Promise<BuiltPost> {
  const site = await readNewestBuild(out)
  const all = (kind: string): unknown[] =>
    [...site].flatMap(([path, bytes]) =>
      path.startsWith(`data/${kind}/`) ? [JSON.parse(toText(bytes))] : [],
    )
  const row = all('timeline')
    .flatMap((shard) => parseTimelineShard(shard).rows)
    .find((one) => one.title === title)
  const body = all('bodies')
    .flatMap((pack) => parseBodyPack(pack).bodies)
    .find(({ id }) => id === row?.id)
  if (row === undefined || body === undefined) throw new Error(`there is no post "${title}"`)
  return { row, body, page: toText(site.get(`posts/${row.id}/index.html`) ?? '') }
}

/** Paths of the pictures of a site. */
export async function listBuiltPictures(out: string): Promise<string[]> {
  const site = await readNewestBuild(out)
  return [...site.keys()].filter((path) => path.startsWith('data/images/'))
}
