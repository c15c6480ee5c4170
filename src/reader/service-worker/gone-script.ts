import { readBuildId } from '#contract/build-id.ts'
import { manifestPath } from '#contract/file-names.ts'

/** What the worker asks of its place. */
export interface GonePlace {
  /** Address of the site's folder, with a slash at the end. */
  scope: string
  ask: (address: string, how: RequestInit) => Promise<Response>
  /** Milliseconds since 1970. */
  now: () => number
  /** When the worker's script was first found gone, since when nothing else was; `undefined` = it was not. */
  readSince: () => Promise<number | undefined>
  /** Remembers that, or forgets it. */
  writeSince: (since: number | undefined) => Promise<void>
}

/** How long an address must have been without this site before what is kept of it goes, milliseconds. */
const goneMs = 24 * 60 * 60_000

/**
 * Whether the site has no service worker any more, so that this one has to go, with all that it kept.
 *
 * At once where its host has no such script, but the manifest, which is uploaded last: then a keeper has deleted the
 * script. Where the manifest is missing too, the site may be in the middle of an upload, or a page of a network stands
 * before it: then only when it is so a day later. Without an answer nothing is known.
 * @param address of the worker's script.
 */
export async function isGoneScript(address: string, place: GonePlace): Promise<boolean> {
  try {
    const how: RequestInit = { cache: 'no-store' }
    if (!isMissing(await place.ask(address, how))) {
      await place.writeSince(undefined)
      return false
    }
    if (await isManifest(await place.ask(place.scope + manifestPath, how))) return true
    const since = await place.readSince()
    if (since === undefined) await place.writeSince(place.now())
    return since !== undefined && place.now() - since >= goneMs
  } catch {
    return false
  }
}

function isMissing({ ok, status, headers }: Response): boolean {
  const isScript = /javascript/.test(headers.get('content-type') ?? '')
  return status === 404 || status === 410 || (ok && !isScript)
}

async function isManifest(answer: Response): Promise<boolean> {
  return answer.ok && readBuildId(new Uint8Array(await answer.arrayBuffer())) !== undefined
}
