import { createHash } from 'node:crypto'
import { toPermalink } from '#core/address/permalink.ts'
import type { PathRules, PathSource } from './path-rules.ts'
import { splitFile } from './split-file.ts'

const defaultPattern = ':year/:month/:day/:title/'

/** The path that Hexo (7) gives a post, see its documentation of permalinks. */
export function toHexoPath(
  post: PathSource,
  { pattern = defaultPattern, fileNames = ':title.md' }: PathRules,
  date: string | undefined,
): string | undefined {
  const { permalink, slug: ownSlug, categories, named = {} } = post.addressFields ?? {}
  if (permalink !== undefined) return toWhole(permalink)
  const { folders, stem } = splitFile(post, '_posts')
  const slug = ownSlug ?? toTitle([...folders, stem].join('/'), fileNames)
  const last = (categories ?? post.row.categories ?? post.row.tags).at(-1) ?? 'uncategorized'
  // Its words for parts of the path, in those that Jekyll has for the same.
  const known = `/${pattern}`
    .replace(/:title\b/g, () => encodeMark(slug))
    .replace(/:(?:name|post_title)\b/g, () => encodeMark(slug.slice(slug.lastIndexOf('/') + 1)))
    .replace(/:category\b/g, () => encodeMark(last.replaceAll(' ', '-')))
    .replace(/:timestamp\b/g, (mark) => toSeconds(post) ?? mark)
    .replace(/:hash\b/g, (mark) => toHash(slug, toSeconds(post)) ?? mark)
    .replace(/:([a-z]\w*)/gi, (mark, name: string) =>
      Object.hasOwn(named, name) ? encodeMark(named[name] ?? '') : mark,
    )
  const path = toPermalink(known, { slug, date: date ?? '', categories: [] })
  const needsDate = /:[a-z]/.test(known) && date === undefined
  return path === undefined || needsDate ? undefined : decodeMark(path)
}

function toSeconds({ publishedMs, row: { publishedOn } }: PathSource): string | undefined {
  const ms = publishedMs ?? (publishedOn === undefined ? undefined : Date.parse(publishedOn))
  return ms === undefined ? undefined : String(Math.floor(ms / 1000))
}

/** Hexo's hash of a post. */
function toHash(slug: string, seconds: string | undefined): string | undefined {
  if (seconds === undefined) return undefined
  return createHash('sha1')
    .update(slug + seconds)
    .digest('hex')
    .slice(0, 12)
}

/** `permalink` of a post stands for its whole path, with an ending or a slash behind it. */
function toWhole(permalink: string): string {
  const path = `/${permalink}`.replace(/\/+/g, '/')
  return /\/$|\.html$/.test(path) ? path : `${path}/`
}

/** Dots and colons of a name are no part of the pattern. */
function encodeMark(text: string): string {
  return text.replaceAll('.', '\uE000').replaceAll(':', '\uE001')
}

function decodeMark(text: string): string {
  return text.replaceAll('\uE000', '.').replaceAll('\uE001', ':')
}

/** The part of a file's name that `:title` stands for; the whole name where it is not named by the pattern. */
function toTitle(path: string, fileNames: string): string {
  const pattern = fileNames
    .replace(/\.[a-z]+$/, '')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:year/g, '\\d{4}')
    .replace(/:i_(?:month|day)/g, '\\d{1,2}')
    .replace(/:(?:month|day)/g, '\\d{2}')
    .replace(/:title.*$/, '(.+)')
  if (!/^[^:]*$/.test(pattern)) return path
  return new RegExp(`^${pattern}$`, 'u').exec(path)?.[1] ?? path
}
