import type { QueryClient } from '@tanstack/react-query'
import { manifestPath } from '#contract/file-names.ts'
import { publishedBuildQuery } from '#reader/data/archive/published-build-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { openBrowserVerifier } from '#reader/data/signature/browser-verifier.ts'
import type { SignatureState } from '#reader/data/signature/check-signature.ts'
import { signatureQuery } from '#reader/data/signature/signature-query.ts'
import type { BuildToOpen } from './build-to-open.ts'
import { openMirrors } from './mirrors.ts'
import { askForBuild } from './newest-build.ts'

/**
 * Has a page show the build of a mirror from its start, in place of that of its own host: nothing may have been read by then
 * but the manifest. The mirror must be one that the own manifest names, and its build signed by the archive that it names
 * (A1, A6), with the number that somebody was told or a higher one (A5). Code and pages stay those of the own host (A2).
 * @throws DataError when the mirror does not have such a build any more.
 */
export async function openMirrorBuild(
  client: QueryClient,
  { address, sequence }: BuildToOpen,
  signal: AbortSignal,
): Promise<void> {
  const { queryKey } = manifestQuery()
  const own = await client.ensureQueryData(manifestQuery())
  const [mirrors, verifier] = [openMirrors(own.mirrors ?? []), await openBrowserVerifier()]
  const isNamed = mirrors?.visit.listOpen().includes(address) === true
  if (own.archive === undefined || verifier === undefined || !isNamed) {
    throw new DataError('absent', manifestPath, {})
  }
  const { visit } = mirrors
  const build = await askForBuild(address, own.archive, { visit, verifier, signal })
  signal.throwIfAborted()
  if (build.kind === 'unread') throw new DataError('late', manifestPath, {})
  if (build.kind !== 'signed' || build.head.sequence < sequence) {
    throw new DataError('corrupt', manifestPath, {})
  }
  const { head, keys, signer, manifest } = build
  visit.open({ address, head })
  // Who may be asked stays for the own host to say.
  client.setQueryData(queryKey, { ...manifest, mirrors: own.mirrors })
  const state: SignatureState = { kind: 'verified', signed: { head, keys, signer } }
  client.setQueryData(signatureQuery().queryKey, state)
  // The own host has another build, which is no newer one.
  client.setQueryDefaults(publishedBuildQuery().queryKey, { enabled: false })
}
