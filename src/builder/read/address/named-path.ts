import { toPermalink } from '#core/address/permalink.ts'
import { dropMarkupEnding } from '#core/post/markup-name.ts'
import type { PathRules } from './path-rules.ts'

const postName = /^(?:(.*)\/)?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]+)$/u

/**
 * The path that Jekyll's pattern gives a post of this name, as far as its name tells: `2020-03-09-x`, perhaps with folders
 * before it, which are its categories. `undefined` when it is not the name of a post.
 */
export function toNamedPath(name: string, { pattern = 'date' }: PathRules): string | undefined {
  const [, folders = '', day, slug] = postName.exec(dropMarkupEnding(name.trim())) ?? []
  if (day === undefined || slug === undefined) return undefined
  const [year = '', month = '', date = ''] = day.split('-')
  const whole = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const categories = folders.split('/').filter((part) => part !== '' && part !== '_posts')
  return toPermalink(pattern, { slug, fileName: `${day}-${slug}.md`, date: whole, categories })
}

/** The path of any file of a Jekyll site: `{% link about.md %}`. */
export function toFilePath(path: string, rules: PathRules): string {
  const post = /(?:^|\/)_posts\//.test(path) ? toNamedPath(path, rules) : undefined
  if (post !== undefined) return post
  const plain = path.trim().replace(/^\/?_?/, '/')
  const page = dropMarkupEnding(plain)
  if (page === plain) return plain
  return page.endsWith('/index') ? page.slice(0, -'index'.length) : `${page}.html`
}
