import type { Words } from '#article/words.ts'
import { parseVideoUrl } from '#core/address/video-url.ts'
import { playerOf, startPlayer } from './players.ts'

const timePattern = /^\d{1,3}(?:[:：]\d{2}){1,2}$/

/**
 * Makes the times in a description start the video at that second. They stay links to the video's own page, for clicks
 * with a modifier key or another button, and for articles that show no player of that video.
 */
export function startFromTimes(root: DocumentFragment, words: Words): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const time = link.textContent.trim()
    if (!timePattern.test(time)) continue
    const video = parseVideoUrl(link.getAttribute('href') ?? '')
    if (!video) continue
    link.title = words('article.playFrom', { time })
    link.addEventListener('click', (event) => {
      const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      const player = playerOf(link.closest('.article-text'), video)
      if (!isPlain || !player) return
      event.preventDefault()
      startPlayer(player, video.startSeconds ?? 0)
    })
  }
}
