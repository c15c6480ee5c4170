import { parseVideoUrl, toWatchUrl } from '#core/address/video-url.ts'
import { nestTitleMarks } from './title-marks.ts'
import type { Words } from './words.ts'

/** Brand names of the players. */
export const playerNames = { youtube: 'YouTube', vimeo: 'Vimeo' } as const

interface VideoLinkProps {
  /** Original URL of a video post. */
  url: string
  title: string
  words: Words
}

/** The video of a prerendered page: a plain link. The reader replaces it with a player on demand. */
export function VideoLink({ url, title, words }: VideoLinkProps) {
  const video = parseVideoUrl(url)
  if (!video) return null
  return (
    <figure className="player">
      <a
        href={toWatchUrl(video)}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        referrerPolicy="no-referrer"
      >
        {nestTitleMarks(words('article.watchTitle', { title, player: playerNames[video.player] }))}
      </a>
    </figure>
  )
}
