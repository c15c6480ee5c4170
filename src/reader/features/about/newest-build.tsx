import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Manifest } from '#contract/manifest.ts'
import { openMirrors } from '#reader/data/mirrors/mirrors.ts'
import {
  compareBuild,
  findNewestBuild,
  type BuildOrder,
  type BuildThere,
  type SignedBuild,
} from '#reader/data/mirrors/newest-build.ts'
import { openBrowserVerifier } from '#reader/data/signature/browser-verifier.ts'
import { signatureQuery } from '#reader/data/signature/signature-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { siteBase } from '#reader/links/paths.ts'
import { findSeen, markSeen } from '#reader/storage/seen-signature.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { useAbortable } from '#reader/ui/use-abortable.ts'
import { NextBuild } from './next-build.tsx'
import { OpenNewer } from './open-newer.tsx'
import { useDayFormat } from './use-day-format.ts'
import styles from './about.module.css'

/** What came of asking the mirrors. */
type Asked =
  | { kind: 'asking' | 'impossible' }
  | { kind: 'failed'; error: unknown }
  | ({ kind: 'found' } & FoundProps)

interface FoundProps {
  builds: readonly BuildThere[]
  /** The newest of them, how it compares with the page's, and the highest number that was seen before. */
  newest: { build: SignedBuild; order: BuildOrder; seen: number } | undefined
}

interface PageBuild {
  manifest: Manifest
  archive: string
}

/** Asks the mirrors of a signed archive which build they have, when somebody presses for it, and says which is the newest. */
export function NewestBuild(page: PageBuild) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const work = useAbortable()
  const [asked, setAsked] = useState<Asked>()
  const ask = async () => {
    const signal = work.begin()
    setAsked({ kind: 'asking' })
    try {
      setAsked(await find(client, page, signal))
    } catch (error) {
      // Unless the page was left.
      if (!signal.aborted) setAsked({ kind: 'failed', error })
    }
  }
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={asked?.kind === 'asking'}
        onClick={() => void ask()}
      >
        {t('mirrors.newest.ask')}
      </button>
      <div className={styles.builds} aria-live="polite">
        {asked?.kind === 'asking' ? <p>{t('mirrors.newest.asking')}</p> : null}
        {asked?.kind === 'impossible' ? <p>{t('about.signature.impossible')}</p> : null}
        {asked?.kind === 'failed' ? (
          <FailureNotice error={asked.error} onRetry={() => void ask()} />
        ) : null}
        {asked?.kind === 'found' ? <Found {...asked} /> : null}
      </div>
    </>
  )
}

function Found({ builds, newest }: FoundProps) {
  return (
    <>
      <Newest newest={newest} />
      <ul>
        {builds.map((build) =>
          build.kind === 'signed' || build.kind === 'unsigned' ? (
            <li key={build.address}>
              <bdi>{build.address}</bdi>
              {' · '}
              <BuildName {...build} />
            </li>
          ) : null,
        )}
      </ul>
    </>
  )
}

function Newest({ newest }: Pick<FoundProps, 'newest'>) {
  const { t } = useTranslation()
  const format = useDayFormat()
  if (newest === undefined) return <p>{t('mirrors.newest.none')}</p>
  const { build, order, seen } = newest
  const { address, head } = build
  const words = {
    host: new URL(address).host,
    date: format(head.date),
    number: head.sequence,
    seen,
  }
  return (
    <>
      <p>{t(`mirrors.newest.${order}`, words)}</p>
      {order === 'newer' ? <OpenNewer {...build} /> : null}
      {head.nextBy === undefined ? null : <NextBuild day={head.nextBy} />}
    </>
  )
}

function BuildName(build: BuildThere) {
  const { t } = useTranslation()
  const format = useDayFormat()
  if (build.kind !== 'signed') return t('mirrors.newest.unsigned')
  const { sequence, date } = build.head
  return t('mirrors.newest.build', { number: sequence, date: format(date) })
}

async function find(
  client: QueryClient,
  { manifest, archive }: PageBuild,
  signal: AbortSignal,
): Promise<Asked> {
  const verifier = await openBrowserVerifier()
  const mirrors = openMirrors(manifest.mirrors ?? [])
  if (verifier === undefined || mirrors === undefined) return { kind: 'impossible' }
  const [{ builds, newest: build }, sequence] = await Promise.all([
    findNewestBuild(archive, { visit: mirrors.visit, verifier, signal }),
    findOwnNumber(client),
  ])
  signal.throwIfAborted()
  if (build === undefined) return { kind: 'found', builds, newest: undefined }
  const before = findSeen(siteBase, archive)
  const seen = before?.archive === archive ? before.sequence : undefined
  const order = compareBuild(build, { buildId: manifest.buildId, sequence, seen })
  if (order !== 'older') markSeen(siteBase, { archive, sequence: build.head.sequence })
  const highest = Math.max(seen ?? 0, sequence ?? 0)
  return { kind: 'found', builds, newest: { build, order, seen: highest } }
}

/** The number of the page's own build; `undefined` where its signature could not be verified. */
async function findOwnNumber(client: QueryClient): Promise<number | undefined> {
  // What failed is said where the signature is.
  const state = await client.ensureQueryData(signatureQuery()).catch(() => undefined)
  return state?.kind === 'verified' ? state.signed.head.sequence : undefined
}
