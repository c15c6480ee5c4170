// For tests: builds the site of a small archive whose files the test lists.
import { join } from 'node:path'
import { makeFolder } from '#testing/make-archive.ts'
import { buildArchive } from '#builder/commands/build/build-archive.ts'
import type { BuildTools } from '#builder/commands/build/build-tools.ts'
import type { BuildOptions } from '#builder/site/plan/build-options.ts'
import { silentProgress } from '#builder/ground/progress.ts'
import { makeReaderApp } from './make-reader-app.ts'

/** Options of a test build; `posts` are files by path below the posts folder. */
export interface TestSite extends Partial<Omit<BuildOptions, 'folders'>> {
  posts?: Record<string, string | Uint8Array>
  /** Existing folders of posts, instead of `posts`. */
  folders?: string[]
  tools?: Partial<BuildTools>
}

/** Builds a site in a temp folder; returns its place and the result of the build. */
export async function buildTestSite({ posts = {}, folders, tools, ...options }: TestSite) {
  const out = options.out ?? join(await makeFolder(), 'site')
  const result = await buildArchive(
    {
      timeZone: 'UTC',
      pages: 'all',
      ...options,
      folders: folders ?? [join(await makeFolder(posts), 'harbour')],
      out,
    },
    {
      openReaderApp: () => Promise.resolve(makeReaderApp()),
      progress: silentProgress,
      ...tools,
    },
  )
  return { out, ...result }
}
