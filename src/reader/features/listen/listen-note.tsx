import { toLanguageName } from '#article/languages/language-name.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { ListenButton } from './listen-button.tsx'
import type { Listening } from './start-reading.ts'
import styles from './listen.module.css'

interface ListenNoteProps {
  /** `undefined` = it is being looked for. */
  listening: Exclude<Listening, { kind: 'reading' }> | undefined
  onAgree: () => void
  onClose: () => void
}

/** Says why nothing is read yet, and asks before a text leaves the device. */
export function ListenNote({ listening, onAgree, onClose }: ListenNoteProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const name = (languages: readonly string[]) =>
    languages.map((language) => toLanguageName(language, locale)).join(t('listen.comma'))
  return (
    <>
      <output className={styles.note}>
        {listening === undefined
          ? t('listen.looking')
          : listening.kind === 'remote'
            ? t('listen.remote', { languages: name(listening.languages) })
            : t(`listen.none.${listening.why}`, { languages: name(listening.missing) })}
      </output>
      {listening?.kind === 'remote' ? (
        <button type="button" className="button" onClick={onAgree}>
          {t('listen.agree')}
        </button>
      ) : null}
      <ListenButton label={t('close')} icon="close" onPress={onClose} isFirst />
    </>
  )
}
