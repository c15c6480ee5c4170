import { listMirrorAddresses } from '#contract/mirror-address.ts'
import { canHash } from '#reader/data/files/can-hash.ts'
import { elsewhere } from '#reader/data/files/fetch-file.ts'
import { waitMs } from '#reader/data/scheduling/wait-ms.ts'
import { agreedMirrors, rememberAgreed } from '#reader/storage/agreed-mirrors.ts'
import { MirrorConsent } from './mirror-consent.ts'
import { MirrorVisit } from './mirror-visit.ts'
import { makeMirroredRead } from './mirrored-files.ts'

/** The mirrors of this page's site. */
export interface Mirrors {
  consent: MirrorConsent
  visit: MirrorVisit
}

const isOnline = () => navigator.onLine

const opened = new Map<string, Mirrors>()

/**
 * Has files of the site come from its mirrors where its host fails; always the same for the same mirrors. Where the browser
 * cannot hash, nothing can be proven and mirrors are never asked (A1): `undefined`.
 */
export function openMirrors(named: readonly string[]): Mirrors | undefined {
  const addresses = listMirrorAddresses(named)
  if (addresses.length === 0 || !canHash()) return undefined
  const key = addresses.join(' ')
  const known = opened.get(key)
  if (known !== undefined) return known
  const consent = new MirrorConsent(addresses, {
    read: agreedMirrors.read,
    subscribe: agreedMirrors.subscribe,
    remember: rememberAgreed,
  })
  const visit = new MirrorVisit(addresses, () => performance.now())
  elsewhere.read = makeMirroredRead({ consent, visit, wait: waitMs, isOnline })
  opened.set(key, { consent, visit })
  return { consent, visit }
}
