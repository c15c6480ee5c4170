import type { Output } from '#builder/site/output/output.ts'
import { toWebManifest, webManifestPath } from '#builder/site/page/web-manifest.ts'
import { verifyPages } from '#builder/site/verify/verify-pages.ts'
import { shellPaths, writeReaderFiles, writeShell } from './write-shell.ts'

/** The reader itself: its files, the pages that open it, and what hosts and devices want beside them. */
export const shellOutput: Output = {
  plan: (site) => ({
    write: async ({ writer, parts }) => {
      const { title, language, discovery, readerApp } = site
      await writeReaderFiles(readerApp, writer)
      const [only, ...others] = discovery.collections
      const description = others.length === 0 ? only?.config.description : undefined
      await writer.writePage(webManifestPath, toWebManifest({ title, description, language }))
      const { roots } = parts.get('lists')
      await writeShell({ ...site, opening: parts.get('opening'), roots }, writer)
      return {}
    },
  }),
  verify: async (_manifest, site) => {
    const faults = await verifyPages(site, (path) => shellPaths.includes(path))
    const bytes = await site.read(webManifestPath)
    try {
      if (bytes !== undefined) JSON.parse(bytes.toString())
    } catch (error) {
      site.note(webManifestPath, error)
    }
    return faults
  },
}
