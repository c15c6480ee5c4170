import type { TagAddresses } from '../site/tag-addresses.ts'
import { renderKnownTag, renderUnknownTag, type TagPlace } from './tag-table.ts'

/** How tags look: `{% … %}` of Liquid and Hexo, `{{< … >}}` and `{{% … %}}` of Hugo. */
export interface TagForm {
  /** Matches one tag: its sign of an end, its name, its arguments, its sign of having no end. */
  pattern: RegExp
  /** Names of tags that are left as they are. */
  left: ReadonlySet<string>
  /** Names of tags up to whose end the text is left as it is. */
  opaque: ReadonlySet<string>
  /** Puts code that was taken out back into a text. */
  restore: (text: string) => string
  addresses: TagAddresses
  /** Names of tags of which only the inner text is left; they are not counted. */
  muted?: ReadonlySet<string>
}

/** A tag as it was found. */
interface Found {
  start: number
  end: number
  name: string
  written: string
  isEnd: boolean
  /** Index of the tag that ends it; -1 without one. */
  partner: number
}

/** Deeper tags are taken as if they stood alone. */
const deepest = 12

/**
 * Replaces tags by what the table says, and those it does not know by their inner text, which are counted by name.
 * Linear in the length of the source, but for tags in tags.
 */
export function replaceTags(source: string, form: TagForm, unknown: Map<string, number>): string {
  const found = listTags(source, form)
  pairTags(found)
  const render = (
    from: number,
    to: number,
    [start, end]: [number, number],
    depth: number,
  ): string => {
    let text = ''
    let at = start
    for (let index = from; index < to; index++) {
      const tag = found[index]
      if (tag === undefined || tag.start < at) continue
      const indent = /(?:^|\n)([ \t]*)$/.exec(
        source.slice(Math.max(at, tag.start - 40), tag.start),
      )?.[1]
      text += source.slice(at, tag.start)
      at = tag.end
      // An end without its beginning.
      if (tag.isEnd) continue
      const partner = found[tag.partner]
      const holds = partner !== undefined && depth < deepest
      const inner = holds
        ? form.restore(render(index + 1, tag.partner, [tag.end, partner.start], depth + 1))
        : undefined
      const place: TagPlace = { inner, indent: indent ?? '', addresses: form.addresses }
      text += form.muted?.has(tag.name) ? (inner ?? '') : replaceTag(tag, place, unknown)
      if (holds) {
        at = partner.end
        index = tag.partner
      }
    }
    return text + source.slice(at, end)
  }
  return render(0, found.length, [0, source.length], 0)
}

function replaceTag(tag: Found, place: TagPlace, unknown: Map<string, number>): string {
  const known = renderKnownTag(tag.name, tag.written, place)
  // Of an include only its name and arguments are known.
  if (known !== undefined && !tag.name.startsWith('include')) return known
  unknown.set(tag.name, (unknown.get(tag.name) ?? 0) + 1)
  return known ?? renderUnknownTag(tag.written, place)
}

function listTags(source: string, { pattern, left, opaque }: TagForm): Found[] {
  const found: Found[] = []
  let within = ''
  for (const match of source.matchAll(pattern)) {
    const [whole, sign = '', name = '', written = ''] = match
    const isEnd = sign !== ''
    if (within !== '') {
      if (isEnd && name === within) within = ''
      continue
    }
    if (!isEnd && opaque.has(name)) within = name
    if (left.has(name)) continue
    found.push({
      start: match.index,
      end: match.index + whole.length,
      name,
      written,
      isEnd,
      partner: -1,
    })
  }
  return found
}

function pairTags(found: readonly Found[]): void {
  const open = new Map<string, number[]>()
  for (const [at, { name, isEnd }] of found.entries()) {
    const waiting = open.get(name) ?? []
    open.set(name, waiting)
    if (!isEnd) {
      waiting.push(at)
      continue
    }
    const tag = found[waiting.pop() ?? -1]
    if (tag) tag.partner = at
  }
}
