import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { digestFiles, writeArchive } from '../generate/archive-files.ts'
import type { ArchiveOptions } from '../generate/plan/archive-plan.ts'

export interface PostSet {
  /** What the report calls them: `50,000 generated`, `6,003 real`. */
  name: string
  /** Post files in all folders. */
  size: number
  /** One folder a collection. They belong to the bench: posts may be added. */
  folders: string[]
}

/** From this size on articles are shortened: two gigabytes of posts instead of five. */
const lightFrom = 500_000

/** Generates an archive below `work`, or takes the one that an earlier run of the same generator left there. */
export function makeGeneratedSet(size: number, work: string): PostSet {
  const archive = join(work, `posts-${size}`)
  const mark = `${archive}.digest`
  const options: ArchiveOptions = { size, seed: 1, profile: size >= lightFrom ? 'light' : 'full' }
  // A generator that writes other posts makes another sample.
  const digest = digestFiles({ ...options, size: 200 })
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== digest) {
    rmSync(archive, { recursive: true, force: true })
    writeArchive(archive, options)
    writeFileSync(mark, digest)
  }
  const folders = readdirSync(archive).map((name) => join(archive, name))
  return { name: `${size.toLocaleString('en')} generated`, size, folders }
}

/** Copies real posts into `work`: the folders they come from stay as they are. */
export function makeRealSet(sources: readonly string[], work: string): PostSet {
  const folders = copyFolders(
    sources.map((source) => resolve(source)),
    join(work, 'posts-real'),
  )
  const size = folders.flatMap(listPosts).length
  return { name: `${size.toLocaleString('en')} real`, size, folders }
}

/** Copies folders next to each other; the copies may be written to. Gives their paths. */
export function copyFolders(folders: readonly string[], to: string): string[] {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  execFileSync('cp', ['-r', '--reflink=auto', '--no-preserve=mode', ...folders, to])
  return folders.map((folder) => join(to, basename(folder)))
}

/** All post files below a folder, in order. */
export function listPosts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file))
    .toSorted()
}

const addedPost = `---
layout: post
title: "One more evening at the harbour"
date: 2025-03-16T08:00:00.000Z
author: Bench
from: https://bench.example/one-more-evening
tags: [ Bench ]
categories: [ Bench ]
---
<!--1742112000000-->
[One more evening at the harbour](https://bench.example/one-more-evening)
------

<div>
<p>The last ferry leaves at ten, and the lamps along the quay are lit one after another.</p>
</div>
`

/** Adds the newest post to a set; the function it gives takes it away again. */
export function addPost({ folders: [folder = ''] }: PostSet): () => void {
  const file = join(folder, '_posts', '2025-03-16-One more evening at the harbour.md')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, addedPost)
  return () => rmSync(file)
}
