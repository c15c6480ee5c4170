// In place of `features/update/update-notice.tsx`: a file has no newer build, but it may be cut off.
import { useEffect, useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { lifeboatIds, toVolumeId } from '#contract/lifeboat-directory.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from '#reader/ui/page-note.module.css'
import { openEmbedded } from './embedded-volumes.ts'

/** Says how many articles this file has lost, when it ends before its end. */
export function UpdateNotice() {
  const { t } = useTranslation()
  const [missing, setMissing] = useState(0)
  useEffect(() => {
    const count = () => {
      if (document.getElementById(lifeboatIds.end) !== null) return
      setMissing(countMissing())
    }
    if (document.readyState !== 'loading') count()
    else document.addEventListener('DOMContentLoaded', count, { once: true })
    return () => document.removeEventListener('DOMContentLoaded', count)
  }, [])
  const total = openEmbedded().directory.posts
  return (
    <output className={missing > 0 ? styles.note : undefined}>
      {missing > 0
        ? t('copy.missing', {
            count: missing,
            number: toNumberText(missing),
            total: toNumberText(total),
          })
        : null}
    </output>
  )
}

/** Articles of the volumes that are not here as a whole. */
function countMissing(): number {
  const { volumes } = openEmbedded().directory
  return volumes.reduce((sum, { bodies }, volume) => {
    const element = document.getElementById(toVolumeId(volume))
    const isWhole = element !== null && element.nextElementSibling !== null
    return isWhole ? sum : sum + bodies
  }, 0)
}
