import { playerNames } from '#article/video-link.tsx'
import type { Words } from '#article/words.ts'
import {
  parseVideoUrl,
  toEmbedUrl,
  toThumbnailUrl,
  toWatchUrl,
  type VideoReference,
} from '#core/address/video-url.ts'
import { buildButton, buildElement, buildOutgoingLink } from '../elements/build-element.ts'

/** How a player is offered. */
export interface PlayerOptions {
  words: Words
  /** Title of the video, when known: that of a video post. */
  title?: string
  /** Address of the site's own copy of the still picture; absent when there is none. */
  still?: string | undefined
  /** Whether the still picture may be requested from the video's host. */
  withStill: boolean
}

/** Turns each figure that contains only a link to a known player into a facade of that player. */
export function placePlayers(root: DocumentFragment, options: PlayerOptions): void {
  for (const figure of root.querySelectorAll('figure')) {
    const link = figure.firstElementChild
    if (figure.childElementCount !== 1 || link?.localName !== 'a') continue
    if (figure.textContent.trim() !== link.textContent.trim()) continue
    const video = parseVideoUrl(link.getAttribute('href') ?? '')
    if (video) figure.replaceWith(buildPlayer(video, options))
  }
}

/** A facade: a button that loads the player, and a plain link to watch elsewhere. Requests no player before the press. */
export function buildPlayer(video: VideoReference, options: PlayerOptions): HTMLElement {
  const { words, title } = options
  const player = playerNames[video.player]
  const box = buildElement('div', { class: 'player-box' })
  const label = buildElement(
    'span',
    { class: 'player-label' },
    buildElement('span', { class: 'player-action' }, words('article.play', { player })),
  )
  const nameVideo = () => {
    if (title !== undefined) label.prepend(buildElement('bdi', { class: 'player-title' }, title))
  }
  const start = (from: VideoReference) => {
    const frame = buildFrame(from, title ?? words('article.play', { player }))
    box.replaceChildren(frame)
    // Focus also scrolls the frame into view.
    frame.focus()
  }
  const button = buildButton('player-button', label, () => start(video))
  const still = options.still ?? (options.withStill ? toThumbnailUrl(video) : undefined)
  if (still === undefined) nameVideo()
  else button.prepend(buildStill(still, nameVideo))
  box.append(button)
  const figure = buildElement(
    'figure',
    { class: 'player', 'data-video': toKey(video) },
    box,
    buildElement(
      'figcaption',
      {},
      buildOutgoingLink(toWatchUrl(video), words('article.watch', { player })),
    ),
  )
  figure.addEventListener(startEvent, (event) => {
    const startSeconds: unknown = event instanceof CustomEvent ? event.detail : undefined
    if (typeof startSeconds === 'number') start({ ...video, startSeconds })
  })
  return figure
}

const startEvent = 'start-at'

/** The first player of a video in an article's text; `undefined` when there is none. */
export function playerOf(text: Element | null, video: VideoReference): Element | undefined {
  return text?.querySelector(`.player[data-video="${toKey(video)}"]`) ?? undefined
}

/** Starts a player at a second. A running one is reloaded there: its page is on another host and cannot be controlled. */
export function startPlayer(player: Element, startSeconds: number): void {
  player.dispatchEvent(new CustomEvent(startEvent, { detail: startSeconds }))
}

function toKey({ player, id }: VideoReference): string {
  return `${player}:${id}`
}

/** The still picture shows what is played; `onMissing` is called when it cannot be loaded. */
function buildStill(url: string, onMissing: () => void): HTMLImageElement {
  const still = buildElement('img', {
    alt: '',
    loading: 'lazy',
    decoding: 'async',
    referrerpolicy: 'no-referrer',
    src: url,
  })
  // A video that was taken down has no still picture; its title replaces it.
  still.addEventListener('error', () => {
    still.remove()
    onMissing()
  })
  return still
}

function buildFrame(video: VideoReference, title: string): HTMLIFrameElement {
  return buildElement('iframe', {
    class: 'player-frame',
    title,
    // Players refuse to start without a referrer.
    referrerpolicy: 'strict-origin-when-cross-origin',
    allow: 'autoplay; encrypted-media; picture-in-picture; fullscreen',
    sandbox:
      'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
    src: toEmbedUrl(video),
  })
}
