/** A passage as a link names it (WICG URL Fragment Text Directives): `#:~:text=prefix-,start,end,-suffix`. */
export interface TextDirective {
  /** What stands before the passage; absent where the passage is plain without it. */
  prefix?: string | undefined
  /** The passage or, where `end` is given, its first words. */
  start: string
  /** The last words of the passage; absent where `start` is all of it. */
  end?: string | undefined
  /** What stands behind the passage; absent where the passage is plain without it. */
  suffix?: string | undefined
}

const mark = ':~:'

/** Longer addresses are nobody's link; what they say is not looked for. */
const mostCharacters = 20_000
const mostDirectives = 16

/** Address of a passage of the page at `url`, which has no fragment. */
export function toPassageUrl(url: string, { prefix, start, end, suffix }: TextDirective): string {
  const parts = [
    ...(prefix === undefined ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === undefined ? [] : [encode(end)]),
    ...(suffix === undefined ? [] : [`-${encode(suffix)}`]),
  ]
  return `${url}#${mark}text=${parts.join(',')}`
}

/** The passages that an address names, in its order; what is not one is left out, as browsers do. */
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
  // An empty or broken part spoils the whole of it: half a passage is another one.
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

// The dash parts prefix and suffix; the others are legal, but break where links are written into Markdown or found in text.
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
