import { parseUrl } from './parse-url.ts'

/** A video of a known player. */
export interface VideoReference {
  player: 'youtube' | 'vimeo'
  /** The player's id of the video: 11 characters (YouTube) or digits (Vimeo). */
  id: string
  /** Start time in whole seconds; absent for the beginning. */
  startSeconds?: number
}

const youtubeHosts = new Set(
  (
    'youtube.com www.youtube.com m.youtube.com music.youtube.com youtu.be www.youtu.be ' +
    'youtube-nocookie.com www.youtube-nocookie.com'
  ).split(' '),
)
const vimeoHosts = new Set(['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'])
const youtubeIdPattern = /^[\w-]{11}$/
const vimeoIdPattern = /^\d{1,12}$/
const youtubePathPattern = /^\/(?:embed|v|e|shorts|live)\/([^/]+)\/?$/
const vimeoPathPattern =
  /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d+)(?:\/\w*)?$/

/**
 * Parses the URL of a watch page or an embedded player; `undefined` when it is not a video of a known player. Accepts
 * only http and https, only the players' own hosts, and only well-formed ids.
 */
export function parseVideoUrl(url: string): VideoReference | undefined {
  const parsed = parseUrl(url)
  return parsed === undefined ? undefined : readVideoUrl(parsed)
}

/** Like `parseVideoUrl`, for an address that is parsed already. */
export function readVideoUrl(parsed: URL): VideoReference | undefined {
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined
  if (parsed.port !== '') return undefined
  const host = parsed.hostname
  if (youtubeHosts.has(host)) return parseYoutube(parsed)
  return vimeoHosts.has(host) ? parseVimeo(parsed) : undefined
}

function parseYoutube(url: URL): VideoReference | undefined {
  const id = toYoutubeId(url)
  if (id === undefined || !youtubeIdPattern.test(id) || id === 'videoseries') return undefined
  return withStart({ player: 'youtube', id }, url)
}

function toYoutubeId(url: URL): string | undefined {
  if (url.hostname.endsWith('youtu.be')) return url.pathname.slice(1)
  if (url.pathname === '/watch' || url.pathname === '/watch/') {
    return url.searchParams.get('v') ?? undefined
  }
  return youtubePathPattern.exec(url.pathname)?.[1]
}

function parseVimeo(url: URL): VideoReference | undefined {
  const id = vimeoPathPattern.exec(url.pathname)?.[1]
  if (id === undefined || !vimeoIdPattern.test(id)) return undefined
  return withStart({ player: 'vimeo', id }, url)
}

function withStart(video: VideoReference, url: URL): VideoReference {
  const { searchParams, hash } = url
  const text =
    searchParams.get('start') ??
    searchParams.get('t') ??
    /^#t=([\dhms]{1,12})$/.exec(hash)?.[1] ??
    ''
  const startSeconds = parseSeconds(text)
  return startSeconds === undefined ? video : { ...video, startSeconds }
}

/** Parses `90`, `90s`, `1m30s`, `1h2m3s`. */
function parseSeconds(text: string): number | undefined {
  const match = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text)
  if (!match) return undefined
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0))
  const total = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
  return total > 0 ? total : undefined
}

/** URL of the page that plays the video. */
export function toWatchUrl({ player, id, startSeconds }: VideoReference): string {
  if (player === 'vimeo') {
    return `https://vimeo.com/${id}${startSeconds === undefined ? '' : `#t=${startSeconds}s`}`
  }
  const start = startSeconds === undefined ? '' : `&t=${startSeconds}s`
  return `https://www.youtube.com/watch?v=${id}${start}`
}

/**
 * URL of the player's iframe. It autoplays (the reader has already clicked) and sets no cookie where the player allows
 * that.
 */
export function toEmbedUrl({ player, id, startSeconds }: VideoReference): string {
  if (player === 'vimeo') {
    const start = startSeconds === undefined ? '' : `#t=${startSeconds}s`
    return `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1${start}`
  }
  const start = startSeconds === undefined ? '' : `&start=${startSeconds}`
  return `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0${start}`
}

/** URL of the player without options, for metadata that says where the video can be embedded from. */
export function toPlayerUrl({ player, id }: VideoReference): string {
  return player === 'vimeo'
    ? `https://player.vimeo.com/video/${id}`
    : `https://www.youtube-nocookie.com/embed/${id}`
}

/** URL of a thumbnail; `undefined` for a player whose thumbnails cannot be derived from the id. */
export function toThumbnailUrl({ player, id }: VideoReference): string | undefined {
  return player === 'youtube' ? `https://i.ytimg.com/vi/${id}/hqdefault.jpg` : undefined
}
