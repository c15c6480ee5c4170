import { toHost } from '../elements/build-element.ts'

/** With this many frames of one host or more, the name of the host alone does not tell them apart. */
const tooMany = 4

/** Adds the path to the names of links that replaced many frames of one host: by the host alone all look the same. */
export function tellApartLinks(root: DocumentFragment): void {
  const byHost = new Map<string, HTMLAnchorElement[]>()
  for (const link of root.querySelectorAll<HTMLAnchorElement>('p > a[href]:only-child')) {
    const host = toHost(link.href)
    if (toPlainHost(link.textContent) !== host) continue
    if (link.parentElement?.textContent.trim() !== link.textContent.trim()) continue
    byHost.set(host, [...(byHost.get(host) ?? []), link])
  }
  for (const [host, links] of byHost) {
    if (links.length < tooMany) continue
    for (const link of links) link.textContent = `${host}${toPath(link.href)}`
  }
}

function toPlainHost(text: string): string {
  return text.trim().replace(/^www\./, '')
}

function toPath(href: string): string {
  const { pathname, search } = new URL(href)
  return decodePath(pathname === '/' ? search : pathname + search)
}

function decodePath(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
