import { decodeName, toReadableName } from '#builder/ground/disk/disk-name.ts'
import { isOwnAddress, ownOrigin } from '#core/address/own-address.ts'
import { parseMediaUrl } from './source-url.ts'

/** A picture of a post that may lie in the folders of its archive. */
export interface OwnPicture {
  /** Its address in the article; an own one, see `isOwnAddress`, where no other place is known to have it. */
  url: string
  /** Path as the post says it, decoded, NFC, with `/`: from the post's folder, or from its site's when it begins with `/`. */
  path: string
  /**
   * Where it may lie: exactly there (`near`), else also from the folders of its site (`site`), or in any folder by its
   * name (`anywhere`).
   */
  reach: 'near' | 'site' | 'anywhere'
  /** Set for a sign of the text, such as an icon: where it cannot be had, it leaves its words alone. */
  isSign?: true
  /** Set for a picture that the front matter names, and the article does not show. */
  isWritten?: true
  /** Set for a picture that stands before that one in the post's row. */
  isLead?: true
}

/** Most pictures of one post that are looked for. */
export const mostOwnPictures = 2_000

/** What the addresses of a post's pictures are relative to. */
export interface PictureBase {
  /** As for links; absent when not known. */
  baseUrl: string | undefined
  /** Address of the post on the site that its files made; absent when not known. */
  siteUrl?: string | undefined
  /** Whether the post is a copy of a page of another site. */
  isMirrored: boolean
  /** Whether the page itself says what its addresses are relative to. */
  hasBase?: boolean
}

/** The address of a picture, and where it may lie in the folders. */
export interface ResolvedPicture {
  url: string
  own?: OwnPicture
}

const longestPath = 1_000
const absolute = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i

/**
 * Resolves the address of a picture; `undefined` when no picture can have it.
 * @param isWikiName whether it is the name of a file in any folder, as note programs write it.
 */
export function resolvePicture(
  address: string,
  base: PictureBase,
  isWikiName = false,
): ResolvedPicture | undefined {
  const isName = isWikiName && !absolute.test(address.trim())
  const path = base.hasBase === true ? undefined : toOwnPath(address, base)
  // The name of a file says nothing of any address.
  const url = isName ? undefined : parseMediaUrl(address, base.baseUrl)
  if (path === undefined) {
    return url === undefined || isOwnAddress(url) ? undefined : { url }
  }
  const reach = isName ? 'anywhere' : base.isMirrored ? 'near' : 'site'
  const own: OwnPicture = { url: url ?? toOwnUrl(path, reach), path, reach }
  return { url: own.url, own }
}

/** Whether a picture can only be had from the folders. */
export function isOnlyOwn({ url }: OwnPicture): boolean {
  return isOwnAddress(url)
}

/** The path that an address means in the folders; `undefined` when it leads elsewhere. */
function toOwnPath(address: string, { siteUrl }: PictureBase): string | undefined {
  const written = address.trim()
  const path = absolute.test(written)
    ? toPathOfSite(written, siteUrl)
    : decode(written.replace(/[?#].*$/s, ''))
  if (path === undefined || path.length > longestPath || /[/\0]$|\0/.test(path)) return undefined
  const steps = path.normalize('NFC').replaceAll('\\', '/').split('/')
  const isRooted = steps[0] === ''
  const kept = steps.filter((step) => step !== '' && step !== '.').join('/')
  return kept === '' ? undefined : isRooted ? `/${kept}` : kept
}

function toPathOfSite(address: string, siteUrl: string | undefined): string | undefined {
  const url = parseMediaUrl(address, undefined)
  const site = siteUrl === undefined ? undefined : parseMediaUrl(siteUrl, undefined)
  if (url === undefined || site === undefined) return undefined
  const [asked, own] = [new URL(url), new URL(site)]
  return asked.host === own.host ? decode(asked.pathname) : undefined
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return decodeBytes(path)
  }
}

/** As names that are not UTF-8 are known, see `toReadableName`. A stray percent sign is meant as one. */
function decodeBytes(path: string): string {
  const bytes = path.replace(/%([\da-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  )
  const isAllBytes = !/[^\0-\xff]/.test(bytes) && !/%(?![\da-f]{2})/i.test(path)
  return isAllBytes ? toReadableName(decodeName(Buffer.from(bytes, 'latin1'))) : path
}

/** One for each path and reach; `..` has a sign of its own, because URLs resolve it in any spelling. */
function toOwnUrl(path: string, reach: OwnPicture['reach']): string {
  const steps = path.split('/').map((step) => (step === '..' ? ':' : encodeStep(step)))
  return `${ownOrigin}/files/${reach}/${steps.join('/')}`
}

function encodeStep(step: string): string {
  // A lone surrogate cannot be encoded.
  return encodeURIComponent(Buffer.from(step).toString())
}
