/** How many pictures of an article come from a host. */
export interface PictureHost {
  host: string
  pictures: number
}

// The form in which the builder's serializer writes a picture: its address first.
const picturePattern = /<img src="https:\/\/([^/"]+)/g

/** Hosts of the pictures in an article's parts, in the order they are met. */
export function countPictureHosts(parts: readonly string[]): PictureHost[] {
  const counts = new Map<string, number>()
  for (const part of parts) {
    for (const [, host = ''] of part.matchAll(picturePattern)) {
      counts.set(host, (counts.get(host) ?? 0) + 1)
    }
  }
  return [...counts].map(([host, pictures]) => ({ host, pictures }))
}
