import { innerLinkStart } from '#core/address/own-address.ts'
import { toHref } from '#reader/links/paths.ts'

/** Lets links to other posts of the archive lead to them, in this window. */
export function leadInside(root: DocumentFragment): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>(`a[href^="${innerLinkStart}"]`)) {
    const rest = (link.getAttribute('href') ?? '').slice(innerLinkStart.length)
    link.setAttribute('href', toHref(`posts/${rest}`))
    for (const name of ['rel', 'target', 'referrerpolicy']) link.removeAttribute(name)
  }
}
