import { toPermalink, toPermalinkPattern } from '#core/address/permalink.ts'
import type { AddressSettings } from './site-settings.ts'

const postName =
  /^(?:.*\/)?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]+?)(?:\.(?:md|markdown|html?|textile))?$/u

/**
 * The address that a Jekyll site gave a post, from the name of its file; categories, which only the file knows, are left
 * out. `undefined` when the name is not that of a post.
 */
export function toPostUrl(name: string, settings: AddressSettings): string | undefined {
  const [, day, slug] = postName.exec(name.trim()) ?? []
  if (day === undefined || slug === undefined) return undefined
  const [year = '', month = '', date = ''] = day.split('-')
  const pattern = toPermalinkPattern(settings.permalink ?? 'date').replace('/:categories', '')
  const whole = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const path = toPermalink(pattern, { slug, date: whole, categories: [] })
  return path === undefined ? undefined : `${settings.url}${settings.baseurl}${path}`
}

/** The address of any file of a Jekyll site, from its path: `{% link about.md %}`. */
export function toFileUrl(path: string, settings: AddressSettings): string {
  const post = /(?:^|\/)_posts\//.test(path) ? toPostUrl(path, settings) : undefined
  if (post !== undefined) return post
  const plain = path.trim().replace(/^\/?_?/, '/')
  return `${settings.url}${settings.baseurl}${plain.replace(/(?:\/index)?\.(?:md|markdown)$/, (end) => (end.startsWith('/index') ? '/' : '.html'))}`
}

/** What the own address of a post is made of. */
export interface PostUrlParts {
  fileName: string
  categories: readonly string[]
  /** The post's own pattern or path. */
  permalink: string | undefined
}

/**
 * The address of a post on its site, to which its relative addresses are relative. `undefined` when the site's origin is
 * not known.
 */
export function toOwnUrl(post: PostUrlParts, settings: AddressSettings): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(settings.url)) return undefined
  const [, day, slug = ''] = postName.exec(post.fileName) ?? []
  const pattern = post.permalink ?? settings.permalink ?? 'date'
  const path =
    day === undefined
      ? undefined
      : toPermalink(pattern, { slug, date: day, categories: post.categories })
  return `${settings.url}${settings.baseurl}${path ?? '/'}`
}
