import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeArchive } from '../generate/write-archive.ts'
import { linkFolder } from './link-folder.ts'

/** Posts to measure with. */
export interface PostSet {
  /** What the report calls them: `50,000 generated`, `real`. */
  name: string
  /** Post files in all folders. */
  size: number
  /** One folder a collection. They belong to the bench: posts may be added. */
  folders: string[]
}

/** From this size on articles are shortened: two gigabytes of posts instead of five. */
const lightFrom = 500_000

/** Makes a generated archive below `work`, or takes the one that an earlier run of the same generator left there. */
export function makeGeneratedSet(size: number, work: string): PostSet {
  const folder = join(work, `posts-${size}`)
  const mark = join(folder, 'complete')
  const version = hashGenerator()
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== version) {
    rmSync(folder, { recursive: true, force: true })
    const profile = size >= lightFrom ? 'light' : 'full'
    writeArchive(join(folder, 'archive'), { size, seed: 1, profile }, (posts) =>
      console.log(`  ${posts} of ${size} posts written`),
    )
    writeFileSync(mark, version)
  }
  const archive = join(folder, 'archive')
  return {
    name: `${size.toLocaleString('en')} generated`,
    size,
    folders: readdirSync(archive).map((name) => join(archive, name)),
  }
}

/** Links real posts into `work`, so that a post can be added without touching the folders they come from. */
export function makeRealSet(folders: readonly string[], work: string): PostSet {
  const target = join(work, 'posts-real')
  rmSync(target, { recursive: true, force: true })
  const linked = folders.map((folder) => {
    const to = join(target, basename(resolve(folder)))
    return { to, posts: linkFolder(folder, to) }
  })
  const size = linked.reduce((sum, { posts }) => sum + posts, 0)
  return { name: `${size.toLocaleString('en')} real`, size, folders: linked.map(({ to }) => to) }
}

/** Another generator writes other posts: archives of an earlier one must not be taken for its work. */
function hashGenerator(): string {
  const folder = fileURLToPath(new URL('../generate', import.meta.url))
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (/(?<!\.test)\.ts$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex')
}
