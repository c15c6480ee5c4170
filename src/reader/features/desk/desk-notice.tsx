import { useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from '#reader/language/use-translation.ts'
import { deskNews } from './desk-news.ts'
import styles from './desk.module.css'

/** Puts the notices of the desk at the end of the page, above the bar of a phone: what is on the page stays where it is. */
export function mountDeskNotice(): void {
  const box = document.createElement('div')
  document.body.append(box)
  createRoot(box).render(<DeskNotice />)
}

function DeskNotice() {
  const { t } = useTranslation()
  const news = useSyncExternalStore(deskNews.subscribe, deskNews.read)
  return (
    <output>
      {news === undefined ? null : (
        <span className={styles.notice}>
          {t(`desk.trouble.${news.kind}`)}
          <button type="button" className="button" onClick={() => deskNews.write(undefined)}>
            {t('close')}
          </button>
        </span>
      )}
    </output>
  )
}
