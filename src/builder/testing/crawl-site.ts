// For tests: follows the plain links of a built site, like a browser without JavaScript.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'

/** Result of a crawl. */
export interface SiteCrawl {
  /** Files of the pages reached. */
  pages: Set<string>
  /** `page -> link` for every broken internal link. */
  dead: string[]
}

interface ReadPage {
  hrefs: string[]
  ids: Set<string>
}

const origin = 'https://crawl.example'

/** Crawls from the home page; `base` is the site's path on its host. */
export function crawlSite(folder: string, base: string): SiteCrawl {
  const read = new Map<string, ReadPage>()
  const dead: string[] = []
  const waiting = ['index.html']
  const open = (file: string): ReadPage => {
    const known = read.get(file)
    if (known !== undefined) return known
    const page = readPage(join(folder, file))
    read.set(file, page)
    waiting.push(file)
    return page
  }
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const href of open(file).hrefs) {
      const target = new URL(href, `${origin}${base}${file.replace(/index\.html$/, '')}`)
      if (target.origin !== origin) continue
      const found = toFile(folder, target.pathname, base)
      const name = decodeURIComponent(target.hash.slice(1))
      const isThere = found !== undefined && (name === '' || open(found).ids.has(name))
      if (found !== undefined) open(found)
      if (!isThere || target.search !== '') dead.push(`${file} -> ${href}`)
    }
  }
  return { pages: new Set(read.keys()), dead }
}

function toFile(folder: string, pathname: string, base: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined
  const path = decodeURIComponent(pathname.slice(base.length)).replace(/\/$/, '')
  const files = path === '' ? ['index.html'] : [`${path}/index.html`, path]
  return files.find((file) => file.endsWith('.html') && existsSync(join(folder, file)))
}

function readPage(path: string): ReadPage {
  const page: ReadPage = { hrefs: [], ids: new Set() }
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name === 'id') page.ids.add(value)
        if (name === 'href' && node.tagName === 'a') page.hrefs.push(value)
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
  }
  visit(parse(readFileSync(path, 'utf8'), { scriptingEnabled: false }))
  return page
}
