import { escapeText, toAttribute, toCaptionHtml, toCaptionText } from './arguments.ts'

/** A code block. Between tags of its own, it stays one in HTML and in Markdown, blank lines or not. */
export function toCodeHtml(code: string, { language, title, indent = '' }: CodeOptions): string {
  const lines = code
    .replace(/^[ \t]*\n/, '')
    .trimEnd()
    .split('\n')
  const least = indent.length
  // In an item of a list, a line further left would end the item.
  const inner = lines.map((line) =>
    line.trim() !== '' && line.search(/\S/) < least ? indent + line : line,
  )
  const name = /^[\w+#.-]{1,24}$/.test(language ?? '') ? language : undefined
  const open = `<pre${toAttribute('data-language', name)}${toAttribute('title', title)}>`
  return `${open}<code>${escapeText(inner.join('\n'))}\n${indent}</code></pre>`
}

interface CodeOptions {
  language?: string | undefined
  title?: string | undefined
  /** White space before the block. */
  indent?: string
}

/** A picture, in a figure when it has a caption. */
export function toPicture({ src, alt, title, width, height, link, caption }: PictureFacts): string {
  const image = `<img${toAttribute('src', src)}${toAttribute('alt', alt ?? toCaptionText(caption ?? ''))}${toAttribute('title', title)}${toAttribute('width', width)}${toAttribute('height', height)}>`
  const linked = link === undefined ? image : `<a${toAttribute('href', link)}>${image}</a>`
  if (caption === undefined) return linked
  return `\n\n<figure>${linked}<figcaption>${toCaptionHtml(caption)}</figcaption></figure>\n\n`
}

interface PictureFacts {
  src: string
  alt?: string | undefined
  title?: string | undefined
  width?: string | undefined
  height?: string | undefined
  link?: string | undefined
  caption?: string | undefined
}

/** A video of a known player, as the frame that pages of those players offer. */
export function toPlayer(player: 'youtube' | 'vimeo', id: string): string {
  const address =
    player === 'youtube'
      ? `https://www.youtube.com/embed/${encodeURIComponent(id)}`
      : `https://player.vimeo.com/video/${encodeURIComponent(id)}`
  return `\n\n<iframe src="${address}"></iframe>\n\n`
}

/** A quotation with its source. */
export function toQuote(inner: string, source: string): string {
  const from = source.trim() === '' ? '' : `\n\n— ${source.trim()}`
  const lines = `${inner.trim()}${from}`.split('\n')
  return `\n\n${lines.map((line) => `> ${line}`).join('\n')}\n\n`
}

/** A link; its address when it has no words. */
export function toLink(href: string, words: string): string {
  const text = words.trim() === '' ? href : words.trim()
  return `<a${toAttribute('href', href)}>${escapeText(text)}</a>`
}
