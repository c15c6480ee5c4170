import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Kept } from './elements.ts'

const raster = /\.(?:avif|gif|jpe?g|png|webp)$/i
const text = /\.(?:md|markdown|html?|mdx)$/i

/**
 * How many pictures in the folder of an archive its texts name, and how many of these a site built of it holds: by name
 * and by bytes, so that no rule of ours is asked where they belong.
 */
export function countFolderPictures(folder: string, site: string): Kept {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const texts = files.filter((path) => text.test(path)).map((path) => readFileSync(path, 'utf8'))
  const isNamed = (name: string) => {
    const forms = [name, encodeURIComponent(name)]
    return texts.some((one) => forms.some((form) => one.includes(form)))
  }
  const named = files.filter((path) => raster.test(path) && isNamed(basename(path)))
  const images = join(site, 'data/images')
  const held = new Set(
    existsSync(images) ? readdirSync(images).map((name) => hash(join(images, name))) : [],
  )
  return { expected: named.length, kept: named.filter((path) => held.has(hash(path))).length }
}

function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
