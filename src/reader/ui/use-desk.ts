import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Desk } from '#reader/storage/desk/desk.ts'

const noDesk = { subscribe: () => () => undefined, readRevision: () => 0 }

/**
 * A desk, once it is open; draws again whatever changes on it, in this window or in another.
 * @param open - opens it; must stay the same function.
 */
export function useDesk(open: () => Promise<Desk>): Desk | undefined {
  const [desk, setDesk] = useState<Desk>()
  useEffect(() => {
    let isGone = false
    void open().then((opened) => {
      if (!isGone) setDesk(opened)
    })
    return () => {
      isGone = true
    }
  }, [open])
  const { subscribe, readRevision } = desk ?? noDesk
  useSyncExternalStore(subscribe, readRevision)
  return desk
}
