import { parseArguments, pick, toAttribute, type TagArguments } from './arguments.ts'
import type { TagAddresses } from '../site/tag-addresses.ts'
import { toCodeHtml, toLink, toPicture, toPlayer, toQuote } from './html-pieces.ts'

/** What a tag has around it. */
export interface TagPlace {
  /** Text between the tag and its end; `undefined` for a tag without one. */
  inner: string | undefined
  /** White space before the tag, if nothing else stands on its line before it. */
  indent: string
  addresses: TagAddresses
}

type Tag = (tag: TagArguments, place: TagPlace) => string | undefined

const toImage: Tag = (tag) => {
  // Octopress and Hexo: `{% img [classes] address [width [height]] [title [alt]] %}`
  const at = tag.list.findIndex((text) => /[/.]/.test(text) && !/^\d+%?$/.test(text))
  const src = pick(tag, 'src', 'image_path', 'path', 'image', 'url', 'file') ?? tag.list[at]
  if (src === undefined) return undefined
  const rest = at === -1 ? [] : tag.list.slice(at + 1)
  const sizes = rest.filter((text) => /^\d+$/.test(text))
  const said = rest.filter((text) => !/^\d+(?:px|%)?$/.test(text))
  // Without quotation marks all words are the title.
  const [title, alt] = /["']/.test(tag.text) ? said : [said.join(' ') || undefined]
  return toPicture({
    src,
    alt: pick(tag, 'alt') ?? alt ?? title,
    title: pick(tag, 'title'),
    width: pick(tag, 'width') ?? sizes[0],
    height: pick(tag, 'height') ?? sizes[1],
    link: pick(tag, 'link', 'href'),
    caption: pick(tag, 'caption', 'description'),
  })
}

const toFigure: Tag = (tag, place) => {
  const picture = toImage(tag, place)
  const title = pick(tag, 'title')
  const caption = pick(tag, 'caption') ?? (title === undefined ? place.inner?.trim() : undefined)
  if (picture === undefined) return undefined
  const src = pick(tag, 'src', 'image_path', 'path', 'image', 'url') ?? ''
  const words = [title, caption, readCredit(tag)].filter((text) => text !== undefined)
  if (src === '' || words.length === 0) return picture
  const { named } = tag
  return toPicture({
    src,
    alt: named.get('alt'),
    width: named.get('width'),
    height: named.get('height'),
    link: named.get('link'),
    caption: words.join(' · '),
  })
}

/** Hugo: `attr="Ada Vale" attrlink="https://…"`. */
function readCredit(tag: TagArguments): string | undefined {
  const name = pick(tag, 'attr')
  const address = pick(tag, 'attrlink')
  return name === undefined || address === undefined ? name : `[${name}](${address})`
}

const toBlockCode: Tag = (tag, { inner, indent }) => {
  if (inner === undefined) return undefined
  // GitBook puts its own tag around a fence.
  if (/^\s*(?:`{3}|~{3})/.test(inner)) {
    const title = pick(tag, 'title')
    return `\n\n${title === undefined ? '' : `**${title}**\n\n`}${inner.trim()}\n\n`
  }
  // Hexo: `{% codeblock [title] [lang:language] [url] [link text] %}`, Hugo: `{{< highlight go "linenos=table" >}}`
  const words = tag.list.filter((word) => !/^https?:/.test(word))
  return toCodeHtml(inner, {
    language: pick(tag, 'lang', 'language') ?? pick(tag, 'type'),
    title: words.join(' '),
    indent,
  })
}

const toHighlight: Tag = (tag, { inner, indent }) =>
  inner === undefined
    ? undefined
    : toCodeHtml(inner, { language: tag.list[0] ?? pick(tag, 'lang', 'type'), indent })

const toCitation: Tag = (tag, { inner }) => {
  if (inner === undefined) return undefined
  const address = tag.list.find((word) => /^https?:/.test(word))
  const words = tag.list.filter((word) => word !== address && !/^(?:left|right)$/.test(word))
  // Hexo: `{% blockquote author, source address title of the link %}`
  const source = [pick(tag, 'author', 'cite', 'source'), words.join(' ')].filter(Boolean).join(', ')
  return toQuote(inner, address === undefined ? source : `${source} <${address}>`)
}

const toYouTube: Tag = (tag) => {
  const given = pick(tag, 'id', 'url', 'src') ?? tag.list[0] ?? ''
  const id = /(?:v=|be\/|embed\/)([\w-]{6,20})/.exec(given)?.[1] ?? given
  return /^[\w-]{6,20}$/.test(id) ? toPlayer('youtube', id) : undefined
}

const toVimeo: Tag = (tag) => {
  const id = /\d{5,12}/.exec(pick(tag, 'id', 'url', 'src') ?? tag.list[0] ?? '')?.[0]
  return id === undefined ? undefined : toPlayer('vimeo', id)
}

const toVideo: Tag = (tag, place) => {
  const provider = pick(tag, 'provider')?.toLowerCase()
  if (provider === 'youtube') return toYouTube(tag, place)
  if (provider === 'vimeo') return toVimeo(tag, place)
  const src = pick(tag, 'src', 'url', 'mp4', 'file') ?? tag.list.find((text) => /[/.]/.test(text))
  return src === undefined ? undefined : toLink(src, pick(tag, 'title', 'caption') ?? '')
}

/** Link to another post: `{% post_link name [title] %}`, `{{< ref "name" >}}`. */
const toPostLink: Tag = (tag, { addresses: { toNameUrl } }) => {
  const name = tag.list[0] ?? ''
  const words = tag.list.slice(1).filter((word) => word !== 'true' && word !== 'false')
  return toLink(toNameUrl(name), words.join(' ') || name)
}

const toPostAddress: Tag = (tag, { addresses: { toNameUrl } }) =>
  toNameUrl(pick(tag, 'path') ?? tag.list[0] ?? '')

/** Jekyll: `{% post_url 2020-03-09-name %}`. */
const toDatedAddress: Tag = (tag, { addresses: { toPostUrl, toNameUrl } }) => {
  const name = tag.list.join(' ')
  return toPostUrl(name) ?? toNameUrl(name)
}

/** Jekyll: `{% link path %}`; Hexo: `{% link words address [external] [title] %}`. */
const toFileAddress: Tag = ({ list }, { addresses }) => {
  const at = list.findIndex((word) => /^https?:/.test(word))
  if (at === -1) return addresses.toFileUrl(list.join(' '))
  return toLink(list[at] ?? '', list.slice(0, at).join(' '))
}
const toAssetPath: Tag = (tag) => tag.list[0]
const toAssetLink: Tag = (tag) => {
  const [path, ...words] = tag.list.filter((word) => word !== 'true' && word !== 'false')
  return path === undefined ? undefined : toLink(path, words.join(' '))
}
const toGist: Tag = (tag) => {
  const file = tag.list.length > 1 ? tag.list.at(-1) : undefined
  const hasFile = file?.includes('.') === true
  const parts = hasFile ? tag.list.slice(0, -1) : tag.list
  const id = parts.join('/').replace(/^https:\/\/gist\.github\.com\//, '')
  // As GitHub names the places of files in their page.
  const place = hasFile ? `#file-${file.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}` : ''
  return /^[\w./-]{4,100}$/.test(id)
    ? toLink(`https://gist.github.com/${id}${place}`, '')
    : undefined
}
const toTweet: Tag = (tag) => {
  const user = pick(tag, 'user', 'username') ?? 'i'
  const id = /\d{6,20}/.exec(pick(tag, 'id') ?? tag.list.join(' '))?.[0]
  return id === undefined ? undefined : toLink(`https://x.com/${user}/status/${id}`, '')
}
const toInstagram: Tag = (tag) => {
  const id = /^[\w-]{6,20}$/.exec(pick(tag, 'id') ?? tag.list[0] ?? '')?.[0]
  return id === undefined ? undefined : toLink(`https://www.instagram.com/p/${id}/`, '')
}
/** Hexo: `{% jsfiddle tag [tabs [skin [width [height]]]] %}`. */
const toFiddle: Tag = (tag) => {
  const [id = ''] = tag.list
  return /^[\w/-]{3,80}$/.test(id) ? toLink(`https://jsfiddle.net/${id}/`, '') : undefined
}
/** Hexo: `{% iframe address [width [height]] %}`. */
const toFrameLink: Tag = (tag) => {
  const src = pick(tag, 'src', 'url') ?? tag.list[0] ?? ''
  return /^https?:\/\//.test(src)
    ? `\n\n<iframe${toAttribute('src', src)}></iframe>\n\n`
    : undefined
}
/** Hexo: `{% url_for words path %}`. */
const toUrlFor: Tag = ({ list }) => {
  const at = list.findIndex((word) => /[/.]/.test(word))
  return at < 1 ? undefined : toLink(list[at] ?? '', list.slice(0, at).join(' '))
}
/** Octopress marks the part of a paragraph that it pulls out: `{" … "}`. */
const toPullQuote: Tag = (tag, place) =>
  toCitation(tag, { ...place, inner: place.inner?.replace(/\{"\s?|\s?"\}/g, '') })
const toParameter: Tag = () => undefined
const toInner: Tag = (_tag, { inner }) => inner
/** A box of the themes: `{% note info Title %}`. */
const toNote: Tag = (tag, { inner }) => {
  if (inner === undefined) return undefined
  const title =
    pick(tag, 'title', 'name', 'label', 'header') ??
    tag.list.filter((word) => !boxWords.has(word)).join(' ')
  return `\n\n${title === '' ? '' : `**${title}**\n\n`}${inner.trim()}\n\n`
}
const boxWords = new Set(
  'default primary success info warning danger no-icon simple flat modern disabled tip note error important caution'.split(
    ' ',
  ),
)
const toDetails: Tag = (tag, { inner }) => {
  if (inner === undefined) return undefined
  const title = pick(tag, 'title', 'summary') ?? tag.list.join(' ')
  return `\n\n<details><summary>${title}</summary>\n\n${inner.trim()}\n\n</details>\n\n`
}

/** NexT: `{% label primary@words %}`. */
const toMarkedWords: Tag = ({ text }, { inner }) =>
  inner === undefined ? /^[\w-]*@(.+)$/.exec(text)?.[1] : undefined

/** NexT: `{% btn address, words, icon %}`. */
const toButton: Tag = ({ text }, { inner }) => {
  const [address = '', words = ''] = text.split(/,\s*/)
  return inner === undefined && /^(?:https?:\/\/|\/)[^\s"'=]+$/.test(address) && words !== ''
    ? toLink(address, words)
    : undefined
}

/** Jekyll: `{% include figure.html src="…" %}`. What the file does is not known, but these names say it. */
const toIncluded: Tag = (tag, place) => {
  const name =
    (tag.list[0] ?? '')
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? ''
  const known = includes.has(name.toLowerCase()) ? tags.get(name.toLowerCase()) : undefined
  // What has no quotation marks is the name of a value.
  const given = tag.text.replace(/^\S+/, '').replace(/([\w-]+)=(?!["'])\S*/g, '')
  return known?.(parseArguments(given), { ...place, inner: undefined })
}
const includes = new Set(
  'audio figure gist image img instagram photo picture tweet twitter video vimeo youtube youtubeplayer'.split(
    ' ',
  ),
)

/** The tags of Hugo, Hexo and Octopress, and those that many themes of Jekyll, Hugo and Hexo share. */
const tags: ReadonlyMap<string, Tag> = new Map([
  ...name('img image asset_img picture photo lightbox imgproc', toImage),
  ...name('figure fig caption', toFigure),
  ...name('codeblock code include_code', toBlockCode),
  ...name('highlight', toHighlight),
  ...name('blockquote quote epigraph', toCitation),
  ...name('pullquote', toPullQuote),
  ...name('youtube youtubeplayer youtube-lite youtube_lite', toYouTube),
  ...name('vimeo vimeo_simple', toVimeo),
  ...name('video audio', toVideo),
  ...name('post_link', toPostLink),
  ...name('ref relref post_path', toPostAddress),
  ...name('post_url', toDatedAddress),
  ...name('link', toFileAddress),
  ...name('asset_path', toAssetPath),
  ...name('asset_link link-card', toAssetLink),
  ...name('gist', toGist),
  ...name('tweet twitter twitter_simple x x_simple', toTweet),
  ...name('instagram instagram_simple', toInstagram),
  ...name('jsfiddle', toFiddle),
  ...name('iframe', toFrameLink),
  ...name('url_for full_url_for', toUrlFor),
  ...name('note callout notice admonition hint alert tip warning info tab', toNote),
  ...name('details expand collapse fold spoiler accordion', toDetails),
  ...name('label', toMarkedWords),
  ...name('btn button', toButton),
  ...name('include include_cached include_relative', toIncluded),
  ...name('param', toParameter),
  ...name('raw markdown md center columns column div cq centerquote', toInner),
])

function name(names: string, tag: Tag): [string, Tag][] {
  return names.split(' ').map((key) => [key, tag])
}

/**
 * What a tag becomes: HTML or Markdown. `undefined` when it is not known.
 * @param written arguments, as written.
 */
export function renderKnownTag(tag: string, written: string, place: TagPlace): string | undefined {
  const known = tags.get(tag.toLowerCase().replace(/\.html?$/, ''))
  return known?.(parseArguments(written), place)
}

/** What is left of a tag that is not known: the text inside, and the words and addresses in its arguments. */
export function renderUnknownTag(written: string, { inner }: TagPlace): string {
  const tag = parseArguments(written)
  const all = [...tag.list, ...tag.named.values()].map((value) => value.replace(/,$/, ''))
  const address = all.find((value) => /^https?:\/\/\S+$/.test(value))
  if (inner === undefined) {
    const words = pick(tag, 'caption', 'title', 'alt', 'text', 'content', 'label', 'name') ?? ''
    return address === undefined ? words : toLink(address, words)
  }
  if (address !== undefined && /^[^\n<>[\]]{1,200}$/.test(inner)) return toLink(address, inner)
  const title = pick(tag, 'caption', 'title', 'label', 'summary')
  return title === undefined ? inner : `\n\n**${title}**\n\n${inner}`
}
