import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { useLocation } from 'react-router-dom'
import { toHref } from '#reader/links/paths.ts'
import { toPath } from './location.ts'
import { useNavigate } from './use-router.ts'

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

type ClickParts = Pick<
  MouseEvent,
  'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'
>

/** Whether a click means to open a link in this tab: no modifier key, and not handled by anyone else. */
export function isPlainClick(event: ClickParts): boolean {
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  return event.button === 0 && !modified && !event.defaultPrevented
}
