import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Link } from '#reader/router/link.tsx'
import { facetPath } from '#reader/links/paths.ts'
import styles from './about.module.css'

const rowsAtFirst = 12

interface CountTableProps {
  facet: 'collection' | 'source'
  rows: readonly { value: string; posts: number }[]
}

/** Posts per value of a facet; each row links to its part of the timeline. */
export function CountTable({ facet, rows }: CountTableProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(rowsAtFirst)
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{t(`about.${facet}s`)}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(`about.${facet}`)}</th>
            <th scope="col">{t('about.postsColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ value, posts }) => (
            <tr key={value}>
              <td>
                <Link to={facetPath(facet, value)}>{value}</Link>
              </td>
              <td>{toNumberText(posts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            setShown(rows.length)
          }}
        >
          {t('filter.showAll', { count: rows.length })}
        </button>
      ) : null}
    </section>
  )
}
