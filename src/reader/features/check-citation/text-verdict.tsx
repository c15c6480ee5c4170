import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Pieces } from '#reader/ui/difference/pieces.tsx'
import type { QuotationVerdict } from './check-quotation.ts'
import type { LinkVerdict } from './check-text.ts'
import { CitedPost } from './cited-post-view.tsx'
import type { CitedMatch } from './cited-post.ts'
import type { Judgement } from './judge-quotation.ts'
import styles from './check.module.css'

/** The posts at the addresses of a citation. */
export function LinkView({ verdict: { matches, total, left } }: { verdict: LinkVerdict }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={styles.what}>
        {total === 0
          ? t('check.linkAbsent')
          : t('check.linkHere', { count: total, number: toNumberText(total) })}
      </p>
      <Matches matches={matches} />
      {total > matches.length && (
        <p>{t('check.someShown', { number: toNumberText(matches.length) })}</p>
      )}
      {left > 0 && <p>{t('check.linksLeft', { count: left, number: toNumberText(left) })}</p>}
    </>
  )
}

/** The posts that hold a quotation, and what was looked through for them. */
export function QuotationView({ verdict }: { verdict: QuotationVerdict }) {
  const { t } = useTranslation()
  const { matches, found, compared, pieces, lookedThrough: kept } = verdict
  if (verdict.isUnsearchable) return <p className={styles.what}>{t('check.unsearchable')}</p>
  const here = matches.filter(({ quoted }) => quoted?.kind === 'same' || quoted?.kind === 'alike')
  const ofKept = { count: kept ?? 0, number: toNumberText(kept ?? 0) }
  return (
    <>
      {here.length > 0 && (
        <p className={styles.what}>
          {t('check.quotationHere', { count: here.length, number: toNumberText(here.length) })}
        </p>
      )}
      {matches.length === 0 && (
        <p className={styles.what}>
          {kept === undefined ? t('check.quotationAbsent') : t('check.keptAbsent', ofKept)}
        </p>
      )}
      <Matches matches={matches} />
      {matches.length === 0 && compared > 0 && pieces > 0 && (
        <p>
          {t('check.quotationPieces', {
            count: compared,
            number: toNumberText(compared),
            pieces: toNumberText(pieces),
          })}
        </p>
      )}
      {found > compared && (
        <p>
          {t('check.foundMore', { number: toNumberText(compared), total: toNumberText(found) })}
        </p>
      )}
      {matches.length > 0 && kept !== undefined && <p>{t('check.keptOnly', ofKept)}</p>}
    </>
  )
}

function Matches({ matches }: { matches: readonly CitedMatch[] }) {
  return (
    <ul className={styles.posts}>
      {matches.map((match) => (
        <li key={match.post.summary.id}>
          <Match match={match} />
        </li>
      ))}
    </ul>
  )
}

function Match({ match: { post, quoted, isHashSame } }: { match: CitedMatch }) {
  const { t } = useTranslation()
  return (
    <>
      {quoted && <JudgementView judgement={quoted} />}
      <CitedPost post={post} />
      {isHashSame !== undefined && <p>{t(isHashSame ? 'check.hashSame' : 'check.hashOther')}</p>}
    </>
  )
}

function JudgementView({ judgement }: { judgement: Judgement }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={styles.what}>{t(`check.${judgement.kind}`)}</p>
      {'pieces' in judgement && (
        <blockquote className={styles.quoted}>
          <Pieces pieces={judgement.pieces} words={t} />
        </blockquote>
      )}
    </>
  )
}
