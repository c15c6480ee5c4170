import { toHost } from '../elements/build-element.ts'

/** From this many frames of one host on, its name alone says too little. */
const tooMany = 4

/** Names the path too where many frames of one host were made links: under the host's name all would look the same. */
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
