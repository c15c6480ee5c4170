import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { toSharedAddress } from '#reader/links/paths.ts'
import { copyText } from '#reader/ui/clipboard.ts'
import { hasShareSheet, shareLink } from '#reader/ui/share-sheet.ts'
import button from '#reader/ui/text-button.module.css'
import styles from './share-view.module.css'

/** Buttons that copy the link of a view, named by its path, and hand link and title to the system's share sheet where there is one. */
export function ShareView({ path }: { path: string }) {
  const { t } = useTranslation()
  const [last, setLast] = useState<{ url: string; isCopied: boolean }>()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  // Not what the address bar has: that may name a search still being typed, or how somebody came here.
  const url = toSharedAddress(path, manifest.address, manifest.quietAddresses)
  const copy = async () => {
    setLast({ url, isCopied: await copyText(url) })
  }
  const shown = last?.url === url ? last : undefined
  // On another device the same address is another list.
  if (/\b(?:mark|saved)=/.test(path)) return null
  return (
    <div className={styles.share}>
      <button type="button" className={button.textButton} onClick={() => void copy()}>
        {t('share.copy')}
      </button>
      {hasShareSheet() ? (
        <button
          type="button"
          className={button.textButton}
          onClick={() => void shareLink({ url, title: document.title })}
        >
          {t('share.share')}
        </button>
      ) : null}
      <output>{shown?.isCopied === true ? t('share.copied') : null}</output>
      {shown?.isCopied === false ? (
        <label className={styles.blocked}>
          {t('share.blocked')}
          <input readOnly value={url} onFocus={(event) => event.target.select()} />
        </label>
      ) : null}
    </div>
  )
}
