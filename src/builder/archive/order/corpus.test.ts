import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { discoverPosts } from '#builder/read/discover/discover-posts.ts'
import type { PostFile } from '#builder/read/discover/post-file.ts'
import { parsePostBytes, readPostBytes } from '#builder/read/post/read-post.ts'
import { makeCachedPost } from '#builder/testing/make-cached-post.ts'
import { findCorpus } from '#testing/make-archive.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { orderPosts } from './order-posts.ts'

const corpus = findCorpus()
const title = corpus === undefined ? ' (left out: no corpus beside the repository)' : ''

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** The first 40 bits of a SHA-256 in base32, written out here: no later program may change what was published. */
function digest(text: string): string {
  const bits = BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 10)}`)
  return Array.from(
    { length: 8 },
    (_, at) => alphabet[Number((bits >> BigInt(35 - 5 * at)) & 31n)],
  ).join('')
}

function readPost(file: PostFile): CachedPost[] {
  const read = readPostBytes(file)
  const { post, contentHash } = parsePostBytes(read, file)
  if (post === undefined) return []
  const { collection, fileName, publishedAt, publishedOn } = post
  const row = { publishedAt, publishedOn, collection }
  return [makeCachedPost({ collection, file: file.file, fileName, contentHash, row })]
}

/** What the first program of this project published for a post: newest of its name, or older. */
function toPublished({ collection, file, contentHash, row }: CachedPost): string[] {
  const day = (row.publishedAt ?? row.publishedOn)?.slice(0, 10) ?? 'undated'
  const name = `${collection}\n${file.slice(file.lastIndexOf('/') + 1)}`
  return [name, `${name}\n${contentHash}`].map((text) => `${day}-${digest(text)}`)
}

test.skipIf(corpus === undefined)(
  `posts that move from _posts to archived are one, and every published address leads to its post${title}`,
  async () => {
    const { files, places } = await discoverPosts([corpus ?? ''])
    const cached = files.flatMap((file) => readPost(file.toPostFile()))
    expect(cached.length).toBeGreaterThan(5_900)
    const { posts, copies } = orderPosts(cached, 'UTC', { places })
    const leading = new Map<string, CachedPost>()
    for (const { cached: post, id, formerId } of posts) {
      for (const address of [id, formerId]) if (address !== undefined) leading.set(address, post)
    }
    const kept = posts.filter(({ cached: post }) => {
      const [newest = '', older = ''] = toPublished(post)
      return (
        leading.get(
          leading.get(newest)?.fileName === post.fileName && leading.get(newest) !== post
            ? older
            : newest,
        ) === post
      )
    })
    expect(kept.length).toBe(posts.length)
    // Moved files are where they were: as copies or as versions, never as posts of their own.
    const names = new Map<string, number>()
    for (const { cached: post, supersededBy } of posts) {
      const name = `${post.collection}/${post.fileName}`
      if (supersededBy === undefined) names.set(name, (names.get(name) ?? 0) + 1)
    }
    expect([...names.values()].every((count) => count === 1)).toBe(true)
    expect(copies.length + posts.length).toBe(cached.length)
  },
)
