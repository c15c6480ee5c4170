import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as buildReader } from 'vite'
import { buildArchive } from '../../src/builder/commands/build/build-archive.ts'
import type { BuildOptions } from '../../src/builder/site/plan/build-options.ts'
import { silentProgress } from '../../src/builder/ground/progress.ts'
import { readReaderApp, type ReaderApp } from '../../src/builder/site/plan/reader-app.ts'
import { builtReader } from '../../src/builder/testing/built-program.ts'
import { writePosts } from './attack-archive.ts'

// Run as `build-sites.ts <folder> <origin> <name…>` with NODE_ENV=production. Writes the archive of all attacks, then builds it:
// `product` with the shipped reader, `unsafe` with one that sanitizes nothing.

const root = fileURLToPath(new URL('../..', import.meta.url))

async function buildUnsafeReader(folder: string): Promise<ReaderApp> {
  const dompurify = fileURLToPath(new URL('pass-through.ts', import.meta.url))
  await buildReader({
    root,
    logLevel: 'error',
    resolve: { alias: { dompurify } },
    build: { outDir: folder, emptyOutDir: true },
  })
  return readReaderApp(folder)
}

async function main([folder = '', origin = '', ...names]: string[]): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const posts = join(folder, 'posts')
  await writePosts(posts)
  const options: Omit<BuildOptions, 'out'> = {
    folders: [posts],
    timeZone: 'UTC',
    pages: 'all',
    origin,
  }
  const readers: Readonly<Record<string, () => Promise<ReaderApp>>> = {
    product: () => readReaderApp(builtReader),
    unsafe: () => buildUnsafeReader(join(root, folder, 'reader')),
  }
  await Promise.all(
    names.map(async (name) => {
      const openNamed = readers[name]
      if (openNamed === undefined) throw new Error(`there is no site "${name}"`)
      const tools = { openReaderApp: openNamed, progress: silentProgress }
      await buildArchive({ ...options, out: join(folder, name) }, tools)
    }),
  )
}

await main(process.argv.slice(2))
