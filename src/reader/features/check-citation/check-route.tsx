import { useQuery, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react'
import { parseLifeboatProgram } from '#contract/lifeboat-program.ts'
import { toNumberText } from '#article/number-text.ts'
import type { FileHash } from '#contract/file-names.ts'
import { mostSourceBytes } from '#contract/source-pack.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { signatureQuery } from '#reader/data/signature/signature-query.ts'
import { showArticleWords } from '#reader/language/language.ts'
import { useProofWords } from '#reader/language/use-proof-words.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { checkPath } from '#reader/links/paths.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import { checkLifeboatFile, isLifeboat, mostLifeboatBytes } from './check-lifeboat.ts'
import { checkPostFile } from './check-file.ts'
import { checkText, mostCharacters, type FindOldPost } from './check-text.ts'
import { ProofNote } from './proof-note.tsx'
import { VerdictView, type Verdict } from './verdict-view.tsx'
import styles from './check.module.css'

/** What checking needs from other features. */
export interface CheckTools {
  findOldPost: FindOldPost
  /** Where the code for lifeboats lies; absent where the site has none. */
  program: { path: string; hash: FileHash } | undefined
}

/** Prefetches the words that comparisons show. */
export function loadCheck(client: QueryClient) {
  return async (): Promise<null> => {
    await Promise.all([showArticleWords(), client.ensureQueryData(manifestQuery())])
    return null
  }
}

type Asked = { text: string } | { file: File }
type State =
  | { kind: 'idle' }
  | { kind: 'checking' }
  | { kind: 'done'; verdict: Verdict }
  | { kind: 'failed'; asked: Asked; error: unknown }

/** A page that compares a link, a quotation or a file with the archive. Nothing of it is sent anywhere. */
export function CheckRoute({ tools }: { tools: CheckTools }) {
  const words = useProofWords()
  const { t } = useTranslation()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const { data: signature } = useQuery({
    ...signatureQuery(),
    enabled: manifest.archive !== undefined,
  })
  const [text, setText] = useState('')
  const tooLong = useId()
  const [state, check] = useCheck(tools)
  useTitle(words.isHere ? t('check.title') : '', manifest.title)
  usePageAddress(manifest, checkPath)
  if (words.error) return <FailureNotice error={words.error} onRetry={words.onRetry} />
  if (!words.isHere) return null
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (text.trim() !== '') check({ text })
  }
  return (
    <div className={styles.page}>
      <h1>{t('check.title')}</h1>
      <p>{t('check.intro')}</p>
      <form className={styles.form} onSubmit={submit}>
        <label>
          <span>{t('check.text')}</span>
          <textarea
            rows={4}
            aria-describedby={text.length > mostCharacters ? tooLong : undefined}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <output id={tooLong} className={styles.facts}>
          {text.length > mostCharacters &&
            t('check.tooLong', {
              most: toNumberText(mostCharacters),
              number: toNumberText(text.length),
            })}
        </output>
        <button type="submit" className="button">
          {t('check.submit')}
        </button>
        <label>
          <span>{t('check.file')}</span>
          <input
            type="file"
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file !== undefined) check({ file })
            }}
          />
        </label>
      </form>
      <div className={styles.result} aria-live="polite">
        {state.kind === 'checking' && <p>{t('check.working')}</p>}
        {state.kind === 'done' && (
          <>
            <VerdictView verdict={state.verdict} manifest={manifest} />
            {state.verdict.input === 'lifeboat' && state.verdict.faults.length === 0 && (
              <p>{t('check.lifeboatProves')}</p>
            )}
            {hasPost(state.verdict) && (
              <ProofNote manifest={manifest} signature={signature ?? undefined} />
            )}
          </>
        )}
      </div>
      {state.kind === 'failed' && (
        <FailureNotice error={state.error} onRetry={() => check(state.asked)} />
      )}
    </div>
  )
}

/** Whether posts are shown: what was refused or not found proves nothing. */
function hasPost(verdict: Verdict): boolean {
  return 'matches' in verdict ? verdict.matches.length > 0 : 'post' in verdict
}

/** What is being checked, and what checks something else instead. */
function useCheck(tools: CheckTools): [State, (asked: Asked) => void] {
  const client = useQueryClient()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const check = async (asked: Asked): Promise<void> => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    setState({ kind: 'checking' })
    try {
      const verdict = await judge(client, asked, { ...tools, signal: own.signal })
      if (!own.signal.aborted) setState({ kind: 'done', verdict })
    } catch (error) {
      if (!own.signal.aborted) setState({ kind: 'failed', asked, error })
    }
  }
  return [state, (asked) => void check(asked)]
}

async function judge(
  client: QueryClient,
  asked: Asked,
  { findOldPost, program, signal }: CheckTools & { signal: AbortSignal },
): Promise<Verdict> {
  if ('text' in asked) return checkText(client, asked.text, { findOldPost, signal })
  const { file } = asked
  const isPage = /\.html?$/i.test(file.name)
  // Sizes are known before anything is read.
  if (file.size > (isPage ? mostLifeboatBytes : mostSourceBytes)) {
    return { input: 'file', kind: 'tooLarge' }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!isLifeboat(bytes)) return checkPostFile(client, { name: file.name, bytes }, signal)
  const known =
    program && (await fetchJson(program.path, parseLifeboatProgram, { hash: program.hash, signal }))
  return checkLifeboatFile(bytes, { program: known, signal })
}
