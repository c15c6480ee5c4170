import { useEffect, useState } from 'react'
import { siteBase } from '#reader/links/paths.ts'
import { hasDesk } from '#reader/storage/desk/desk-sign.ts'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import { useSetting } from '#reader/ui/use-settings.ts'
import type { KeptPlaceProps } from './kept-place.tsx'

const KeptPlace = lazyPart(async () => (await import('./kept-place.tsx')).KeptPlaceNote)

/**
 * Keeps where somebody stopped in an article, and leads back there. Its code is loaded where this device has a desk, or
 * once somebody has read on.
 */
export function LateKeptPlace(props: KeptPlaceProps) {
  const { hold } = props
  const [isMoved, setMoved] = useState(false)
  const hasTraces = useSetting('traces') === 'keep'
  useEffect(() => hold.listen(() => setMoved(true)), [hold])
  return hasTraces && (isMoved || hasDesk(siteBase)) ? <KeptPlace {...props} /> : null
}
