import { ownHost } from '#core/address/own-address.ts'

/** Number of an article's pictures that come from a host. */
export interface PictureHost {
  host: string
  pictures: number
}

// The builder's serializer always writes `src` as the first attribute of a picture.
const picturePattern = /<img src="https:\/\/([^/"]+)/g

/** Hosts of the pictures in an article's parts, in order of first occurrence. */
export function countPictureHosts(parts: readonly string[]): PictureHost[] {
  const counts = new Map<string, number>()
  for (const part of parts) {
    for (const [, host = ''] of part.matchAll(picturePattern)) {
      if (host === ownHost) continue
      counts.set(host, (counts.get(host) ?? 0) + 1)
    }
  }
  return [...counts].map(([host, pictures]) => ({ host, pictures }))
}
