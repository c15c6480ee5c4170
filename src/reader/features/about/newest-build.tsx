import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Manifest } from '#contract/manifest.ts'
import { openMirrors } from '#reader/data/mirrors/mirrors.ts'
import { findNewestBuild, type FoundBuilds } from '#reader/data/mirrors/newest-build.ts'
import { waitMs } from '#reader/data/scheduling/wait-ms.ts'
import { openBrowserVerifier } from '#reader/data/signature/browser-verifier.ts'
import type { SignatureState } from '#reader/data/signature/check-signature.ts'
import { signatureQuery } from '#reader/data/signature/signature-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { siteBase } from '#reader/links/paths.ts'
import { findSeen, markSeen } from '#reader/storage/seen-signature.ts'
import { NextBuild } from './next-build.tsx'
import { useDayFormat } from './use-day-format.ts'

type Asked = 'asking' | 'impossible' | (FoundBuilds & { seen: number })

/** Asks the mirrors of a signed archive which build they have, when somebody presses for it, and says which is the newest. */
export function NewestBuild({ manifest, archive }: { manifest: Manifest; archive: string }) {
  const { t } = useTranslation()
  const [asked, ask] = useNewestBuild(manifest, archive)
  return (
    <>
      <button type="button" className="button" disabled={asked === 'asking'} onClick={ask}>
        {t('mirrors.newest.ask')}
      </button>
      <div aria-live="polite">
        {asked === 'asking' ? <p>{t('mirrors.newest.asking')}</p> : null}
        {asked === 'impossible' ? <p>{t('about.signature.impossible')}</p> : null}
        {typeof asked === 'object' ? <Found {...asked} /> : null}
      </div>
    </>
  )
}

function Found({ builds, newest, seen }: Exclude<Asked, string>) {
  const { t } = useTranslation()
  const format = useDayFormat()
  if (newest === undefined) return <p>{t('mirrors.newest.none')}</p>
  const { address, head, order } = newest
  const words = {
    host: new URL(address).host,
    date: format(head.date),
    number: head.sequence,
    seen,
  }
  return (
    <>
      <p>{t(`mirrors.newest.${order}`, words)}</p>
      {head.nextBy === undefined ? null : <NextBuild day={head.nextBy} />}
      <ul>
        {builds.map((build) =>
          build.kind === 'signed' ? (
            <li key={build.address}>
              <bdi>{build.address}</bdi>
              {' · '}
              {t('mirrors.newest.build', {
                number: build.head.sequence,
                date: format(build.head.date),
              })}
            </li>
          ) : null,
        )}
      </ul>
    </>
  )
}

function useNewestBuild(manifest: Manifest, archive: string) {
  const client = useQueryClient()
  const [asked, setAsked] = useState<Asked>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const ask = () => {
    const abort = new AbortController()
    running.current = abort
    setAsked('asking')
    const { signal } = abort
    find({ manifest, archive, state: client.getQueryData(signatureQuery().queryKey) }, signal).then(
      setAsked,
      (error: unknown) => {
        // The page was left.
        if (!signal.aborted) throw error
      },
    )
  }
  return [asked, ask] as const
}

interface Shown {
  manifest: Manifest
  archive: string
  /** What is known of the signature of the page's own build. */
  state: SignatureState | null | undefined
}

async function find({ manifest, archive, state }: Shown, signal: AbortSignal): Promise<Asked> {
  const verifier = await openBrowserVerifier()
  const mirrors = openMirrors(manifest.mirrors ?? [])
  if (verifier === undefined || mirrors === undefined) return 'impossible'
  const sequence = state?.kind === 'verified' ? state.signed.head.sequence : undefined
  const before = findSeen(siteBase, archive)
  const seen = before?.archive === archive ? before.sequence : undefined
  const shown = { archive, buildId: manifest.buildId, sequence, seen }
  const tools = { visit: mirrors.visit, verifier, wait: waitMs, signal }
  const found = await findNewestBuild(shown, tools)
  const { newest } = found
  if (newest !== undefined && newest.order !== 'older') {
    markSeen(siteBase, { archive, sequence: newest.head.sequence })
  }
  return { ...found, seen: Math.max(seen ?? 0, sequence ?? 0) }
}
