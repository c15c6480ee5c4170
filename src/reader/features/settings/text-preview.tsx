import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './settings-dialog.module.css'

/** The same in every language of the interface: they show letters. */
const samples = {
  en: 'At seventeen minutes to eleven all eleven lanterns along the harbour wall were lit at once.',
  'zh-Hans': '十点四十三分，港口堤岸上的十一盏灯同时亮起，附近的居民都出来看。',
  'zh-Hant': '十點四十三分，港口堤岸上的十一盞燈同時亮起，附近的居民都出來看。',
} as const

/** A paragraph of Latin and one of Chinese letters, in the styles of an article: they follow every choice. */
export function TextPreview() {
  const { t, language } = useTranslation()
  const shown = ['en', language === 'zh-Hant' ? language : 'zh-Hans'] as const
  return (
    <figure className={styles.preview} aria-label={t('settings.preview.name')}>
      {shown.map((script) => (
        <div key={script} className={`article-text ${styles.sample}`} lang={script}>
          <p>{samples[script]}</p>
        </div>
      ))}
    </figure>
  )
}
