import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useRef } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { toBodyText } from '#core/text/body-text.ts'
import { toSizeText } from '#core/text/size-text.ts'
import type { Article } from '#reader/data/archive/article-query.ts'
import { sourceQuery, type SourceFile } from '#reader/data/archive/source-query.ts'
import { useProofWords } from '#reader/language/use-proof-words.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { isOneFile } from '#reader/links/place.ts'
import { postPath, toHref } from '#reader/links/paths.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { saveFile } from '#reader/ui/save-file.ts'
import { decodeSource } from '#reader/ui/source-file/decode-source.ts'
import { listKnownPieces } from '#reader/ui/source-file/known-pieces.ts'
import { markSource, type MarkedSource } from '#reader/ui/source-file/mark-source.ts'
import { MarkedFile } from '#reader/ui/source-file/marked-file.tsx'
import styles from './source.module.css'

interface SourceViewProps {
  article: Article
  /** The title that the page shows. */
  title: string
}

/** The source file of an article as it is, as text, with what was left out of the article marked. */
export function SourceView({ article, title }: SourceViewProps) {
  const words = useProofWords()
  const { body } = article
  const isHere = body.keptSource !== undefined && !isOneFile
  const { data, error, refetch } = useQuery({ ...sourceQuery(body), enabled: isHere })
  if (words.error) return <FailureNotice error={words.error} onRetry={words.onRetry} />
  if (!words.isHere) return null
  if (!isHere) return <NoSource article={article} />
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return data ? <ReadySource file={data} {...{ article, title }} /> : null
}

function NoSource({ article: { summary, body } }: Pick<SourceViewProps, 'article'>) {
  const { t } = useTranslation()
  return (
    <>
      <p className="article-notice">{t(isOneFile ? 'source.notInCopy' : 'source.notKept')}</p>
      {body.sourceUrl === undefined ? null : (
        <p>
          <a href={body.sourceUrl} rel="noreferrer">
            {t('article.original')}
          </a>
        </p>
      )}
      <BackLink id={summary.id} />
    </>
  )
}

function BackLink({ id }: { id: Article['summary']['id'] }) {
  const { t } = useTranslation()
  return (
    <p className={styles.actions}>
      <a className="article-button" href={toHref(postPath(id))}>
        {t('source.back')}
      </a>
    </p>
  )
}

function ReadySource({ article, title, file }: SourceViewProps & { file: SourceFile }) {
  const { t } = useTranslation()
  const { body, summary } = article
  const name = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [decoded, marked] = useMemo(() => {
    const text = toBodyText(body.parts)
    const read = decodeSource(file.bytes, listKnownPieces(text))
    return [read, markSource(read.text, `${title}\n${text}`)]
  }, [body.parts, file, title])
  // Whoever comes from the record of the article stands at its end.
  useEffect(() => {
    if (document.activeElement?.closest('.article-record')) heading.current?.focus()
  }, [])
  return (
    <section className={styles.source} aria-labelledby={name}>
      <h2 id={name} ref={heading} tabIndex={-1}>
        {t('source.title')}
      </h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t('article.file')}</dt>
          <dd>
            <bdi>{body.file}</bdi>
            {` · ${toSizeText(file.bytes.length)} · ${decoded.encoding.toUpperCase()}`}
          </dd>
        </div>
        <div>
          <dt>{t('article.sha256')}</dt>
          <dd>
            <code>{body.source?.sha256}</code>
            <p>
              {t(file.isProven ? 'source.proven' : 'source.unproven')} {t('source.proves')}
            </p>
          </dd>
        </div>
        <div>
          <dt>{t('source.leftOut')}</dt>
          <dd>
            {listLeftOut(marked).map((kind) => (
              <p key={kind}>
                {t(`source.${kind}`, {
                  count: marked[kind],
                  number: toNumberText(marked[kind]),
                  total: toNumberText(marked.words),
                })}
              </p>
            ))}
          </dd>
        </div>
      </dl>
      <p className={styles.actions}>
        <button type="button" className="article-button" onClick={() => save(file, body.file)}>
          {t('source.save')}
        </button>
      </p>
      <p className={styles.legend}>{t('source.legend')}</p>
      {marked.isCoarse && <p className="article-notice">{t('source.coarse')}</p>}
      <MarkedFile pieces={marked.pieces} />
      <BackLink id={summary.id} />
    </section>
  )
}

/** What is counted: words always, anything else where there is some. */
function listLeftOut(marked: MarkedSource): ('wordsLeft' | 'comments' | 'codes')[] {
  return ['wordsLeft', ...(['comments', 'codes'] as const).filter((kind) => marked[kind] > 0)]
}

/** Saved as bytes: no program is to open it by its type. */
function save({ bytes }: SourceFile, path: string): void {
  const name = path.slice(path.lastIndexOf('/') + 1)
  saveFile(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }), name)
}
