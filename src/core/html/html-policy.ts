import { leftOutAttribute } from './left-out.ts'

/**
 * The one HTML policy for articles, as data. The builder applies it with its own parser, the reader applies it again
 * with DOMPurify. Everything not listed here is removed; its text stays unless the tag is in `droppedTags`.
 */

const paragraphTags = ['blockquote', 'div', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'p', 'pre'] as const
const groupTags = ['details', 'figcaption', 'figure', 'summary'] as const
const listTags = ['dd', 'dl', 'dt', 'li', 'ol', 'ul'] as const
const tableParts = [
  'caption',
  'col',
  'colgroup',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
] as const
const phraseTags = [
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
] as const
const wordTags = ['i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong'] as const
const signTags = ['rp', 'rt', 'ruby', 'sub', 'sup', 'time', 'u', 'var', 'wbr'] as const
const mediaTags = ['audio', 'img', 'source', 'video'] as const

/** Elements that are on lines of their own. */
export const blockTags = [
  ...paragraphTags,
  ...groupTags,
  ...listTags,
  'table',
  ...tableParts,
] as const

/** Elements an article may contain. No SVG, MathML, form control, frame or style. */
export const allowedTags = [
  ...blockTags,
  ...phraseTags,
  ...wordTags,
  ...signTags,
  ...mediaTags,
] as const
export type AllowedTag = (typeof allowedTags)[number]

/** Attributes allowed on every element. An `id` always starts with `idPrefix`. */
export const globalAttributes: readonly string[] = ['dir', 'id', 'lang', 'title']

/** Attributes allowed on particular elements, in addition to the global ones. */
export const attributesByTag: Readonly<Partial<Record<AllowedTag, readonly string[]>>> = {
  a: ['href', 'rel', 'target'],
  audio: ['controls', 'preload', 'src'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  del: ['cite', 'datetime'],
  details: ['open'],
  img: ['alt', 'decoding', 'height', 'loading', 'referrerpolicy', 'src', 'width'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  // The language of a program, as its author named it.
  pre: ['data-language'],
  q: ['cite'],
  source: ['src', 'type'],
  span: [leftOutAttribute],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  video: ['controls', 'height', 'preload', 'src', 'width'],
}

/** Attributes that hold a URL. All others are exempt from the URL patterns. */
export const urlAttributes: readonly string[] = ['cite', 'href', 'src']

/** All attribute names of the policy, sorted and deduplicated, for sanitizers that take a single list. */
export const allowedAttributes: readonly string[] = [
  ...new Set([...globalAttributes, ...Object.values(attributesByTag).flat()]),
].sort()

/**
 * Attributes exempt from the URL pattern. A sanitizer that tests every attribute would otherwise remove `width` or
 * `datetime`.
 */
export const urlSafeAttributes: readonly string[] = allowedAttributes.filter(
  (name) => !urlAttributes.includes(name),
)

/** Elements that are removed together with their content, which was never visible text of the page. */
export const droppedTags: readonly string[] = (
  'applet base canvas datalist embed frame frameset head iframe link meta noembed noframes noscript ' +
  'object param portal script style svg template title track'
).split(' ')

/** URLs a link may have. Links within the page carry the id prefix. */
export const linkUrlPattern = /^(?:https?:\/\/[^\s]|mailto:|#user-content-)/i

/** URLs an image, audio or video may have. */
export const mediaUrlPattern = /^https:\/\/[^\s]/i

/**
 * Prefix of every id in an article, so that none can clash with an id or a property of the page around it (DOM
 * clobbering).
 */
export const idPrefix = 'user-content-'

/** `rel` and `target` of links that leave the site. */
export const outgoingLink = {
  rel: 'noopener noreferrer nofollow ugc',
  target: '_blank',
} as const

/** Attributes set on every picture. */
export const pictureDefaults = {
  decoding: 'async',
  loading: 'lazy',
  referrerpolicy: 'no-referrer',
} as const

/** Tracking pixels: never shown, never requested. Tested against the absolute URL. */
export const beaconUrlPatterns: readonly RegExp[] = [
  /^https?:\/\/(?:[\w-]+\.)?medium\.com\/_\/stat/i,
  /^https?:\/\/(?:pixel|stats)\.(?:wp|wordpress)\.com\//i,
  /^https?:\/\/feeds?\.(?:wordpress|feedburner)\.com\/(?:1\.0|~)/i,
  /^https?:\/\/(?:[\w-]+\.)?feedsportal\.com\//i,
  /^https?:\/\/(?:[\w-]+\.)?(?:doubleclick|google-analytics|googletagmanager)\.(?:net|com)\//i,
  /^https?:\/\/(?:[\w-]+\.)?(?:scorecardresearch|quantserve|chartbeat|statcounter|cnzz)\.(?:com|net)\//i,
  /^https?:\/\/(?:www\.)?facebook\.com\/tr\b/i,
  /^https?:\/\/(?:t\.co\/i\/adsct|analytics\.twitter\.com\/|bat\.bing\.com\/|hm\.baidu\.com\/)/i,
  /^https?:\/\/px\.ads\.linkedin\.com\//i,
  /^https?:\/\/(?:[\w-]+\.)?(?:piwik|matomo)\.[\w.-]+\/(?:piwik|matomo)\.php/i,
]

/** Whether an absolute URL is that of a known tracking pixel. */
export function isBeaconUrl(url: string): boolean {
  return beaconUrlPatterns.some((pattern) => pattern.test(url))
}

/** A picture as its attributes say it; a side is absent where they say none. */
interface PictureFacts {
  /** Absolute. */
  url: string
  width: string | null | undefined
  height: string | null | undefined
}

/** Whether a picture is a tracking pixel, by its address or its sides. */
export function isTrackingPixel({ url, width, height }: PictureFacts): boolean {
  return isBeaconUrl(url) || [width, height].every((side) => /^0*[01]$/.test(side ?? ''))
}

/** Limits that keep hostile or broken articles cheap for a browser. */
export const htmlLimits = {
  /** Nesting depth. Deeper elements are flattened; their text stays. */
  depth: 256,
  /** Number of nodes shown at once. A longer article is split into parts. */
  nodesPerPart: 20_000,
} as const
