import { sourcePackBytes, type SourcePlace } from '#contract/source-pack.ts'
import type { SourceFiles } from '#builder/read/post/source-files.ts'
import type { SourceKeeper } from '#builder/site/assembly/site-parts.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'

/** What keeps no source file. */
export const keepsNone: SourceKeeper = {
  key: '',
  keep: () => Promise.resolve({ places: [], files: [] }),
}

/** Makes what writes the source files of a stretch into packs. One pack is in memory at a time. */
export function makeSourceKeeper(sources: SourceFiles, writer: SiteWriter): SourceKeeper {
  return {
    key: 'sources',
    keep: async (posts) => {
      const places: SourcePlace[] = []
      const pack: Draft = { parts: [], bytes: 0 }
      const packs: SourcePlace['pack'][] = []
      const flush = async () => {
        const hash = await writer.writeBytes('sources', Buffer.concat(pack.parts))
        packs.push(hash)
        let start = 0
        for (const { length: bytes } of pack.parts) {
          places.push({ pack: hash, start, bytes })
          start += bytes
        }
        pack.parts = []
        pack.bytes = 0
      }
      for (const post of posts) {
        const bytes = sources.read(post)
        if (pack.parts.length > 0 && pack.bytes + bytes.length > sourcePackBytes) await flush()
        pack.parts.push(bytes)
        pack.bytes += bytes.length
      }
      if (pack.parts.length > 0) await flush()
      return { places, files: writer.listData('sources', packs) }
    },
  }
}

/** Files of a pack that is not written yet. */
interface Draft {
  parts: Uint8Array[]
  bytes: number
}
