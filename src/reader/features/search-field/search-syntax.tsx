import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './search-syntax.module.css'

/** What can be written in a search, in the order in which it is explained. Examples with words are in the messages. */
const rows: readonly { key: string; typed?: string }[] = [
  { key: 'quote' },
  { key: 'without' },
  { key: 'signs', typed: 'C++ .NET --hard' },
  { key: 'or' },
  { key: 'group' },
  { key: 'title' },
  { key: 'facet' },
  { key: 'date', typed: 'date:2022-11' },
  { key: 'range', typed: 'date:2022-11..2023-02' },
  { key: 'after', typed: 'after:2022-11' },
  { key: 'before', typed: 'before:2023' },
  { key: 'site', typed: 'site:example.org' },
  { key: 'language', typed: 'lang:zh' },
  { key: 'length', typed: 'length:5-9' },
  { key: 'missing', typed: 'missing:picture' },
]

/** Explains what can be written in a search, each with an example. */
export function SearchSyntax() {
  const { t } = useTranslation()
  return (
    <>
      <p id="search-syntax" className={styles.heading}>
        {t('search.help.name')}
      </p>
      <dl className={styles.syntax} aria-labelledby="search-syntax">
        {rows.map(({ key, typed }) => (
          <div key={key}>
            <dt>
              <code>{typed ?? t(`search.help.${key}.typed`)}</code>
            </dt>
            <dd>{t(`search.help.${key}.means`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
