import { useMemo, useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { BuildReport } from '#contract/build-report.ts'
import { searchProblems } from './problem-search.ts'
import styles from './about.module.css'

const shownAtOnce = 12

type Problem = BuildReport['problems'][number]

/** The problems the build found in files: searchable, each with its reason and a hint. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState(shownAtOnce)
  const found = useMemo(() => searchProblems(problems, query), [problems, query])
  if (problems.length === 0) return <p>{t('about.noProblems')}</p>
  return (
    <>
      <p>
        {t('about.problemsText', { count: problems.length, number: toNumberText(problems.length) })}
      </p>
      <input
        type="search"
        className={styles.search}
        aria-label={t('about.searchProblems')}
        placeholder={t('about.searchProblems')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setShown(shownAtOnce)
        }}
      />
      <output className={styles.found}>
        {query === ''
          ? ''
          : t('about.matching', { count: found.length, number: toNumberText(found.length) })}
      </output>
      <ul>
        {found.slice(0, shown).map((problem) => (
          <ProblemRow
            key={[problem.file, problem.line, problem.field, problem.reason].join('\n')}
            problem={problem}
          />
        ))}
      </ul>
      {found.length > shown ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            setShown(shown + 8 * shownAtOnce)
          }}
        >
          {t('about.showMore')}
        </button>
      ) : null}
    </>
  )
}

function ProblemRow({ problem }: { problem: Problem }) {
  const { t } = useTranslation()
  const { file, line, field, reason, hint, severity } = problem
  const place = [field, line === undefined ? undefined : t('about.line', { line })]
  return (
    <li>
      <details className={styles.problem}>
        <summary>
          <span className={severity === 'error' ? styles.error : styles.warning}>
            {t(`about.${severity}`)}
          </span>
          <span className={styles.file}>{file}</span>
        </summary>
        <p>
          {[place.filter((part) => part !== undefined).join(', '), reason]
            .filter(Boolean)
            .join(': ')}
        </p>
        <p>{t('about.hint', { hint })}</p>
      </details>
    </li>
  )
}
