import { manifestPath } from '#contract/file-names.ts'
import { askHost, type AskBounds } from '#builder/ground/fetch/ask-host.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { crossOriginHeader } from '#builder/site/hosts/cross-origin.ts'
import { isNamedRight } from '#builder/site/sums/named-right.ts'
import { toDamaged, type SiteFiles } from '../built-site/site-files.ts'
import { findMirrorBuild, toWrongFile, type MirrorBuild } from './mirror-build.ts'

/** What is asked of mirrors. */
export interface JudgedSite {
  files: SiteFiles
  /** Paths of data files of its newest build. */
  drawn: readonly string[]
}

/** How mirrors are asked. */
export type AskHow = Pick<AskBounds, 'timeoutMs' | 'origin'>

/** What is found out about a mirror, in one sentence. */
export interface MirrorVerdict {
  says: string
  /** Whether readers are better off without it, or cannot use it. An older build is no such fault: its files are right. */
  isWrong: boolean
}

/** A store whose listing nobody may read answers 403 for what is not there. */
const meansMissing: ReadonlySet<number | undefined> = new Set([403, 404, 410])

/** Another build has another manifest, of about the same size. */
const mostManifestBytes = 4_000_000

/**
 * Asks one mirror for the manifest, then for the drawn files, one after the other, and compares every byte. Ends with the
 * first thing that is wrong.
 */
export async function judgeMirror(
  mirror: string,
  { files, drawn }: JudgedSite,
  how: AskHow,
): Promise<MirrorVerdict> {
  const answered = await askFor(mirror, manifestPath, { ...how, maxBytes: mostManifestBytes })
  if (!('bytes' in answered)) return { says: answered.fault, isWrong: true }
  const own = await files.bytes(manifestPath)
  const build: MirrorBuild =
    Buffer.compare(answered.bytes, own) === 0
      ? { isSame: true, says: 'same build' }
      : await findMirrorBuild(answered.bytes, files, async (path) => {
          const answer = await askFor(mirror, path, { ...how, maxBytes: mostManifestBytes })
          return 'bytes' in answer ? answer.bytes : undefined
        })
  if (build.isForged === true) return { says: build.says, isWrong: true }
  let right = 0
  for (const path of drawn) {
    const wanted = await readOwn(files, path)
    const answer = await askFor(mirror, path, { ...how, maxBytes: wanted.length })
    if ('bytes' in answer) {
      if (Buffer.compare(answer.bytes, wanted) !== 0) return toWrongBytes(path)
      right++
    }
    // Another build need not have the files of this one.
    else if (build.isSame || !meansMissing.has(answer.status)) {
      return { says: answer.fault, isWrong: true }
    }
  }
  const asked = toCountText(drawn.length, 'file')
  if (right === 0) return { says: `${build.says}; none of ${asked} there`, isWrong: true }
  return { says: `${build.says}; ${right} of ${asked} there, and right`, isWrong: false }
}

function toWrongBytes(path: string): MirrorVerdict {
  return { says: toWrongFile(path), isWrong: true }
}

type Asked = { bytes: Uint8Array } | { fault: string; status?: number }

async function askFor(mirror: string, path: string, bounds: AskBounds): Promise<Asked> {
  const answer = await askHost(mirror + path, bounds)
  if ('failure' in answer) return { fault: `unreachable: ${answer.failure} for ${path}` }
  const { status, headers, bytes } = answer
  if (status >= 300 && status < 400) {
    const place = headers.get('location') ?? 'elsewhere'
    const fault = `sends ${path} on to ${place}, where no policy of the site lets readers go`
    return { fault, status }
  }
  if (bytes === undefined) return { fault: `answers ${path} with status ${status}`, status }
  const allowed = headers.get(crossOriginHeader.name)
  if (allowed !== crossOriginHeader.value && allowed !== bounds.origin) {
    const { name, value } = crossOriginHeader
    return { fault: `no CORS header with ${path}: readers need ${name}: ${value}`, status }
  }
  return bytes === 'tooLong' ? { fault: toWrongFile(path), status } : { bytes }
}

/** A file of the site that is compared with; damaged, it would accuse a mirror. */
async function readOwn(files: SiteFiles, path: string): Promise<Uint8Array> {
  const bytes = await files.bytes(path)
  if (await isNamedRight(path, bytes)) return bytes
  throw toDamaged(path)
}
