import { isOwnAddress, toNamedLink } from '#core/address/own-address.ts'
import { dropMarkupEnding } from '#core/post/markup-name.ts'
import { parseFileDate } from '#core/post/slug.ts'
import { toOwnPath } from '../../address/own-path.ts'
import { encodePath } from '../../address/site-addresses.ts'
import { toFilePath, toNamedPath } from '../../address/named-path.ts'
import type { NamedPost, TemplateContext } from '../template-context.ts'

/** Addresses of what else the site has. */
export interface TagAddresses {
  /** That of a post by the date and name of its file, as Jekyll has it; `undefined` when it is not such a name. */
  toPostUrl: (name: string) => string | undefined
  /** That of any file of a Jekyll site by its path. */
  toFileUrl: (path: string) => string
  /** That of a post by any part of its file's path, as Hugo and Hexo name posts; it is found once all posts are read. */
  toNameUrl: (name: string) => string
}

/**
 * Makes the addresses for one body. They begin with the folder of the site, as Jekyll's do: authors write its origin
 * before them.
 * @param onNamed is told of each post that a plain address stands for.
 */
export function makeTagAddresses(
  { addresses, isMirrored, path, site }: TemplateContext,
  onNamed: (post: NamedPost) => void,
): TagAddresses {
  const { root, folder } = addresses
  const start = isMirrored ? (isOwnAddress(root) ? folder : root) : folder
  const toUrl = (name: string, found: string) => {
    const encoded = encodePath(found)
    onNamed({ name: name.trim(), url: `${root}${encoded}` })
    return `${start}${encoded}`
  }
  return {
    toPostUrl: (name) => {
      const found = toNamedPath(name, addresses)
      return found === undefined ? undefined : toUrl(name, found)
    },
    toFileUrl: (file) => {
      const found = toFilePath(file, addresses)
      return /(?:^|\/)_posts\//.test(file) ? toUrl(file, found) : `${start}${found}`
    },
    toNameUrl: (written) => {
      const [name = '', ...rest] = written.split('#')
      const hash = rest.length === 0 ? '' : `#${rest.join('#')}`
      const guess = isOwnAddress(root) ? undefined : guessPath(name, { path, site })
      const otherwise =
        guess === undefined ? {} : { otherwise: `${root}${encodePath(guess)}${hash}` }
      return toNamedLink({ name, hash, ...otherwise })
    },
  }
}

/**
 * Where a post of this name would be: for Hugo in the section of the post that names it, unless the name has folders; for
 * Hexo where its date says.
 */
function guessPath(
  name: string,
  { path, site }: Pick<TemplateContext, 'path' | 'site'>,
): string | undefined {
  const page = dropMarkupEnding(name.trim()).replace(/^\/+|\/+$/g, '')
  if (site?.generator === 'hexo') {
    const row = { publishedOn: parseFileDate(page), tags: [] }
    const known = { fileName: `${page}.md`, publishedMs: undefined, row }
    return row.publishedOn === undefined ? undefined : toOwnPath(known, site.addresses)
  }
  const [section = ''] = path.replace(/^content\//, '').split('/')
  return page.includes('/') ? `/${page}/` : `/${section}/${page}/`
}
