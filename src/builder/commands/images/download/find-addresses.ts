import { isOwnAddress } from '#core/address/own-address.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { CachedBody } from '#builder/archive/post/cached-post.ts'
import { compareText } from '#builder/ground/text/compare.ts'
import type { PostStore } from '#builder/archive/cache/post-store.ts'
import { listPictureAddresses, type PicturedPost } from '#builder/archive/pictures/post-pictures.ts'

/** Addresses of all pictures in an archive, sorted, each with the name of the first collection that shows it. */
export async function findAddresses(
  posts: readonly OrderedPost[],
  store: PostStore,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { cached } of posts) {
    const { row, body } = await store.read(cached.record)
    // Serialized by this program a moment ago, so it needs no validation.
    const post: PicturedPost & { body: Pick<CachedBody, 'folderPictures'> } = {
      row: JSON.parse(row.toString()),
      body: JSON.parse(body.toString()),
    }
    const own = new Set(post.body.folderPictures?.map(({ url }) => url))
    for (const address of listPictureAddresses(post)) {
      if (isOwnAddress(address) || own.has(address)) continue
      if (!found.has(address)) found.set(address, cached.collection)
    }
  }
  return new Map([...found].toSorted(([a], [b]) => compareText(a, b)))
}
