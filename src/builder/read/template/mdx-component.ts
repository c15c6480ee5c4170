import { toLink, toPicture, toPlayer } from './tags/html-pieces.ts'

const attribute = /\s([a-z][\w-]*)\s*=\s*\{?\s*(?:"([^"{}]*)"|'([^'{}]*)'|`([^`$]*)`)/gi
const titleNames = ['title', 'label', 'heading', 'header', 'summary', 'alt', 'caption']
const wordNames = ['text', 'description', 'subtitle', 'quote', 'content', 'message']
const pictureName = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]\S*)?$/i

/**
 * What is left of the tag of a component: the picture or the film that it shows, else its title and words.
 * @param isInline whether words stand before it on its line.
 */
export function sayComponent(name: string, tag: string, isInline: boolean): string {
  const values = new Map<string, string>()
  for (const [, key = '', ...texts] of tag.matchAll(attribute)) {
    const value = texts.find((text) => text !== undefined)?.trim() ?? ''
    if (value !== '' && !values.has(key.toLowerCase())) values.set(key.toLowerCase(), value)
  }
  const shown = showPicture(name, values) ?? showFilm(name, values)
  if (shown !== undefined) return shown
  const title = titleNames.map((key) => values.get(key)).find((value) => value !== undefined)
  const words = wordNames.flatMap((key) => values.get(key) ?? [])
  const href = values.get('href') ?? values.get('to') ?? values.get('url')
  const isLink =
    href !== undefined && /^(?:https?:\/\/|[./#\w])/.test(href) && !/^\w+:(?!\/\/)/.test(href)
  const linked = title !== undefined && isLink ? toLink(href, title) : title
  if (isInline) return [linked, ...words].filter((text) => text !== undefined).join(' ')
  const parts = [...(linked === undefined ? [] : [`**${linked}**`]), ...words]
  return parts.map((part) => `${part}\n\n`).join('')
}

function showPicture(name: string, values: ReadonlyMap<string, string>): string | undefined {
  const src = values.get('src') ?? values.get('image') ?? values.get('img')
  const isPicture = /image|img|picture|photo|figure/i.test(name)
  if (src === undefined || (!isPicture && !pictureName.test(src))) return undefined
  return toPicture({
    src,
    alt: values.get('alt') ?? values.get('title'),
    caption: values.get('caption'),
    link: values.get('href'),
  })
}

function showFilm(name: string, values: ReadonlyMap<string, string>): string | undefined {
  const player = /youtube/i.test(name) ? 'youtube' : /vimeo/i.test(name) ? 'vimeo' : undefined
  const id = values.get('id') ?? values.get('videoid') ?? values.get('youtubeid')
  return player !== undefined && id !== undefined && /^[\w-]{5,20}$/.test(id)
    ? toPlayer(player, id)
    : undefined
}
