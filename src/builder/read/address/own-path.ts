import { tzOffset } from '@date-fns/tz/tzOffset'
import { decodePath } from '#core/address/parse-permalink.ts'
import { toPermalink } from '#core/address/permalink.ts'
import { toHexoPath } from './hexo-path.ts'
import { toHugoPath } from './hugo-path.ts'
import type { PathRules, PathSource } from './path-rules.ts'

/**
 * The path that its generator gave a post: decoded, starting with `/`, without the folder of the site. `undefined` when
 * the generator gave it none (Jekyll: no day in the file name, or no date), or its pattern is not known.
 */
export function toOwnPath(post: PathSource, rules: PathRules): string | undefined {
  const date = toLocalTime(post, rules.timeZone)
  if (rules.generator === 'hexo') return toHexoPath(post, rules, date)
  if (rules.generator === 'hugo' || rules.generator === 'zola') return toHugoPath(post, rules, date)
  return toJekyllPath(post, rules, date)
}

/** As Jekyll 4.3.1 does it. */
function toJekyllPath(
  post: PathSource,
  rules: PathRules,
  date: string | undefined,
): string | undefined {
  const [, name] = /^\d{2,4}-\d{1,2}-\d{1,2}-(.*)\.[^.]+$/u.exec(post.fileName) ?? []
  const written = toPath(post.addressFields?.permalink) ?? rules.pattern
  const pattern = written === undefined ? undefined : (decodePath(written) ?? written)
  if (name === undefined || pattern === undefined || date === undefined) return undefined
  const { slug, categories } = post.addressFields ?? {}
  return toPermalink(pattern, {
    slug: slug ?? name.replace(/\.+$/, ''),
    fileName: post.fileName,
    date,
    categories: categories ?? post.row.categories ?? post.row.tags,
  })
}

/** In front matter the name of a style (`pretty`) is a path as any other. */
function toPath(permalink: string | undefined): string | undefined {
  return permalink === undefined || permalink.startsWith('/') ? permalink : `/${permalink}`
}

/** Day or local time of a post in the zone of its site. */
function toLocalTime(
  { publishedMs, row: { publishedOn }, addressFields }: PathSource,
  timeZone: string,
): string | undefined {
  if (publishedMs === undefined) return publishedOn
  const local = toLocalMs(publishedMs, timeZone)
  // Jekyll took this clock for UTC, but the post was read with it as local time.
  const ms = addressFields?.isUtcClock === true ? toLocalMs(local, timeZone) : local
  return new Date(ms).toISOString().slice(0, 19)
}

function toLocalMs(ms: number, timeZone: string): number {
  return timeZone === 'UTC' ? ms : ms + tzOffset(timeZone, new Date(ms)) * 60_000
}
