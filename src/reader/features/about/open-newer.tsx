import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { hostQuery } from '#reader/data/kept/host-query.ts'
import { reloadToOpen } from '#reader/data/mirrors/build-to-open.ts'
import type { SignedBuild } from '#reader/data/mirrors/newest-build.ts'
import { useTranslation } from '#reader/language/use-translation.ts'

/** Offers to read the newer build of a mirror. Its code comes from the site's own host, which must answer. */
export function OpenNewer({ address, head }: SignedBuild) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [isCut, setCut] = useState(false)
  const { sequence } = head
  const { host } = new URL(address)
  const open = async () => {
    const isReached = await client.fetchQuery(hostQuery(navigator.onLine))
    if (isReached) reloadToOpen({ address, sequence })
    else setCut(true)
  }
  return (
    <>
      <p>{t('mirrors.newest.openText', { host })}</p>
      {isCut ? <p role="alert">{t('mirrors.newest.cut')}</p> : null}
      <button type="button" className="button" onClick={() => void open()}>
        {t('mirrors.newest.open', { host })}
      </button>
    </>
  )
}
