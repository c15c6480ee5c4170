import type { Output } from '#builder/site/assembly/output.ts'
import { toWebManifest, webManifestPath } from '#builder/site/page/web-manifest.ts'
import { verifyShell } from './verify-shell.ts'
import { writeReaderFiles, writeShell } from './write-shell.ts'

/** The reader itself: its files, the pages that start it, and what hosts and devices expect beside them. */
export const shellOutput: Output = {
  plan: (site) => ({
    isLast: true,
    write: async ({ writer, parts }) => {
      const { title, language, discovery, readerApp } = site
      await writeReaderFiles(readerApp, writer)
      const [only, ...others] = discovery.collections
      const description = others.length === 0 ? only?.config.description : undefined
      await writer.writePage(webManifestPath, toWebManifest({ title, description, language }))
      const { roots } = parts.get('lists')
      const search = parts.find('search')
      const early = {
        opening: parts.get('opening'),
        report: parts.get('report'),
        facets: Object.fromEntries(
          parts.get('facets').map(({ facet, dictionary }) => [facet, dictionary]),
        ),
        ...(search === undefined ? {} : { search: search.root }),
      }
      await writeShell({ ...site, early, roots }, writer)
      return {}
    },
  }),
  verify: (_manifest, site) => verifyShell(site),
}
