import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { toHref } from '#reader/links/paths.ts'
import { toPath } from './location.ts'
import { useLocation, useNavigate } from './use-router.ts'

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'target'> {
  /** Path below the base, with its query and fragment. */
  to: string
  /** State of the history entry that it makes. */
  state?: unknown
}

/**
 * A link within the site. A plain click opens it without loading the page anew; one that leads to the shown address makes no second
 * history entry, as in the browser itself.
 */
export function Link({ to, state, onClick, children, ...rest }: LinkProps) {
  const navigate = useNavigate()
  const location = useLocation()
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (!isPlainClick(event)) return
    event.preventDefault()
    void navigate(to, { state, replace: to === toPath(location) })
  }
  return (
    <a {...rest} href={toHref(to)} onClick={open}>
      {children}
    </a>
  )
}

interface NavLinkProps extends LinkProps {
  /** Whether addresses below it are pages of their own. */
  end?: boolean
}

/** A link of the navigation: says whether it leads to the page that is shown. */
export function NavLink({ end = false, ...link }: NavLinkProps) {
  const { pathname } = useLocation()
  const isCurrent = pathname === link.to || (!end && pathname.startsWith(`${link.to}/`))
  return <Link {...link} aria-current={isCurrent ? 'page' : undefined} />
}

type ClickParts = Pick<
  MouseEvent,
  'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'
>

/** Whether a click means to open a link in this tab: no modifier key, and not handled by anyone else. */
export function isPlainClick(event: ClickParts): boolean {
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  return event.button === 0 && !modified && !event.defaultPrevented
}
