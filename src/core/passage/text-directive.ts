import { formatPassagePlace, parsePassagePlace, type PassagePlace } from './passage-place.ts'

/** A passage as named in a link (WICG URL Fragment Text Directives): `#:~:text=prefix-,start,end,-suffix`. */
export interface TextDirective {
  /** Text before the passage; absent where the passage is unambiguous without it. */
  prefix?: string | undefined
  /** The passage or, if `end` is given, its first words. */
  start: string
  /** The last words of the passage; absent if `start` is the whole passage. */
  end?: string | undefined
  /** Text after the passage; absent where the passage is unambiguous without it. */
  suffix?: string | undefined
}

const mark = ':~:'

/** Nobody shares longer URLs; their directives are ignored. */
const mostCharacters = 20_000
const mostDirectives = 16

/** A passage as a link names it: by its words for browsers, and by its place for the reader. */
export interface PassageName {
  words: TextDirective
  place: PassagePlace
}

/** Passages that an address names. */
export interface NamedPassages {
  /** Absent in links from elsewhere. */
  place?: PassagePlace | undefined
  /** Empty where the browser hides them. */
  directives: readonly TextDirective[]
}

/**
 * Returns the URL of a passage of the page at `url`, which must have no fragment. The place comes first: browsers cut the
 * directive off before a script can read the address.
 */
export function toPassageUrl(url: string, { words, place }: PassageName): string {
  const { prefix, start, end, suffix } = words
  const parts = [
    ...(prefix === undefined ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === undefined ? [] : [encode(end)]),
    ...(suffix === undefined ? [] : [`-${encode(suffix)}`]),
  ]
  return `${url}#${formatPassagePlace(place)}${mark}text=${parts.join(',')}`
}

/** Reads the passages that addresses of one page name: of two addresses, each browser hides something else. */
export function parsePassages(...urls: string[]): NamedPassages | undefined {
  const fragments = urls.map((url) => /#(.*?)(?::~:|$)/su.exec(url)?.[1] ?? '')
  const place = fragments.map(parsePassagePlace).find((own) => own !== undefined)
  const directives = urls.map(parseTextDirectives).find((own) => own.length > 0) ?? []
  return place === undefined && directives.length === 0 ? undefined : { place, directives }
}

/** Parses the passages that a URL names, in order. Malformed directives are ignored, as in browsers. */
export function parseTextDirectives(url: string): TextDirective[] {
  const [, fragment = ''] = /#(.*)$/su.exec(url) ?? []
  const at = fragment.indexOf(mark)
  if (at === -1 || url.length > mostCharacters) return []
  return fragment
    .slice(at + mark.length)
    .split('&')
    .filter((directive) => directive.startsWith('text='))
    .slice(0, mostDirectives)
    .flatMap((directive) => parseDirective(directive.slice('text='.length)) ?? [])
}

function parseDirective(value: string): TextDirective | undefined {
  const parts = value.split(',')
  const prefix = parts.length > 1 && parts[0]?.endsWith('-') ? parts.shift() : undefined
  const suffix = parts.length > 1 && parts.at(-1)?.startsWith('-') ? parts.pop() : undefined
  if (parts.length > 2) return undefined
  const [start, end] = parts.map(decode)
  // An empty or malformed part invalidates the whole directive: half a passage is a different passage.
  const directive = {
    ...(prefix === undefined ? {} : { prefix: decode(prefix.slice(0, -1)) }),
    start,
    ...(parts.length === 1 ? {} : { end }),
    ...(suffix === undefined ? {} : { suffix: decode(suffix.slice(1)) }),
  }
  return isWhole(directive) ? directive : undefined
}

type Parts = { [Part in keyof TextDirective]: string | undefined }

function isWhole(directive: Parts): directive is TextDirective {
  return Object.values(directive).every((part) => part !== undefined && part.trim() !== '')
}

// The dash marks prefix and suffix. The others are legal, but break links written into Markdown or detected in text.
const legalSigns = /[-!'()*~]/g

function encode(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd')
  return encodeURIComponent(whole).replace(
    legalSigns,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
