import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { planArchive, type ArchiveOptions } from './plan/archive-plan.ts'
import { makePostFile, type PostFile } from './post-file.ts'

/**
 * All files of an archive, one after another: for each collection its `_config.yml`, then exactly
 * its share of `size` posts. The same options give the same files, byte for byte.
 */
export function* makeArchiveFiles(options: ArchiveOptions): Generator<PostFile> {
  const archive = planArchive(options)
  for (const collection of archive.collections.filter(({ files }) => files > 0)) {
    const { name, title, description } = collection.recipe
    const text = `name: ${title}
description: ${description}
baseurl: "/${name}"
permalink: /:year-:month-:day/:title/
future: false
`
    yield { path: `${name}/_config.yml`, text }
    for (let number = 0; number < collection.files; number++) {
      yield makePostFile(archive, collection, number)
    }
  }
}

/** Tells archives apart: the same digest, the same paths and bytes. */
export function digestFiles(options: ArchiveOptions): string {
  const hash = createHash('sha256')
  for (const { path, text } of makeArchiveFiles(options)) hash.update(`${path}\n${text}\n`)
  return hash.digest('hex')
}

/** Writes an archive into a folder that must not hold one yet. */
export function writeArchive(out: string, options: ArchiveOptions): void {
  for (const { path, text } of makeArchiveFiles(options)) {
    const file = join(out, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text, { flag: 'wx' })
  }
}
