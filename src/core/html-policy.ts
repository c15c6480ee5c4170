/**
 * What an article may hold: the one policy, as data. The builder applies it with its own parser, the reader once more
 * with DOMPurify. Everything that is not named here goes; its text stays unless the tag is in `droppedTags`.
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

/** Elements that begin and end lines of their own. */
export const blockTags = [
  ...paragraphTags,
  ...groupTags,
  ...listTags,
  'table',
  ...tableParts,
] as const

/** Elements an article may hold. No SVG, MathML, form control, frame or style. */
export const allowedTags = [
  ...blockTags,
  ...phraseTags,
  ...wordTags,
  ...signTags,
  ...mediaTags,
] as const
export type AllowedTag = (typeof allowedTags)[number]

/** Attributes every allowed element may have. An `id` always starts with `idPrefix`. */
export const globalAttributes: readonly string[] = ['dir', 'id', 'lang', 'title']

/** Attributes of single elements, besides the global ones. */
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
  q: ['cite'],
  source: ['src', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  video: ['controls', 'height', 'preload', 'src', 'width'],
}

/** Attributes that hold an address; all others are safe from the address pattern. */
export const urlAttributes: readonly string[] = ['cite', 'href', 'src']

/** All attribute names of the policy, sorted, without repeats: for sanitizers that know one list only. */
export const allowedAttributes: readonly string[] = [
  ...new Set([...globalAttributes, ...Object.values(attributesByTag).flat()]),
].toSorted()

/** Attributes to exempt from the address pattern: a sanitizer that tests every attribute would delete `width` or `datetime`. */
export const urlSafeAttributes: readonly string[] = allowedAttributes.filter(
  (name) => !urlAttributes.includes(name),
)

/** Elements that go together with everything inside: their content was never visible text of the page. */
export const droppedTags: readonly string[] = (
  'applet base canvas datalist embed frame frameset head iframe link meta noembed noframes noscript ' +
  'object param portal script style svg template title track'
).split(' ')

/** Addresses a link may have. Addresses of the same page carry the id prefix. */
export const linkUrlPattern = /^(?:https?:\/\/[^\s]|mailto:|#user-content-)/i

/** Addresses a picture, sound or film may have. */
export const mediaUrlPattern = /^https:\/\/[^\s]/i

/** Put before every id of an article, so that none can meet an id or a property of the page around it. */
export const idPrefix = 'user-content-'

/** `rel` and `target` of links that leave the site. */
export const outgoingLink = {
  rel: 'noopener noreferrer nofollow ugc',
  target: '_blank',
} as const

/** Attributes every picture gets. */
export const pictureDefaults = {
  decoding: 'async',
  loading: 'lazy',
  referrerpolicy: 'no-referrer',
} as const

/** Pictures that count readers: never shown, never requested. Tested against the absolute address. */
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

/** Whether an absolute address belongs to a known reader counter. */
export function isBeaconUrl(url: string): boolean {
  return beaconUrlPatterns.some((pattern) => pattern.test(url))
}

/** Bounds that keep hostile or broken articles cheap for a browser. */
export const htmlLimits = {
  /** Elements inside one another; deeper ones are flattened, their text stays. */
  depth: 256,
  /** Elements and texts shown at once; a longer article comes in parts. */
  nodesPerPart: 20_000,
} as const
