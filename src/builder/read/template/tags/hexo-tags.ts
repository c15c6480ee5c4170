import { replaceOutsideCode } from '../code-regions.ts'
import { replaceTags, type TagForm } from './replace-tags.ts'
import type { TagAddresses } from '../site/tag-addresses.ts'

/** `{% name arguments %}` and `{% endname %}`. */
export const percentTag =
  /(?<!\{)\{%-?\s*(end(?=[a-z_-]))?([a-z_][\w.-]*)((?:\s(?:[^%]|%(?!\})){0,4000}?)?)-?%\}/giu

const output = /\{\{-?\s*(?:"([^"\n]*)"|'([^'\n]*)'|[\w.]+)\s*(?:\|[^{}\n]*)?-?\}\}/g

/** Replaces Hexo's tags outside of fenced code and of `{% raw %}`; see `replaceTags`. */
export function replaceHexoTags(
  body: string,
  addresses: TagAddresses,
  unknown: Map<string, number>,
): string {
  return replaceOutsideCode(body, (source, restoreCode) => {
    const raws: string[] = []
    const waiting = source.replace(
      raw,
      (_, inner: string) => `${sign}${raws.push(inner) - 1}${sign}`,
    )
    const restore = (text: string) =>
      restoreCode(text.replace(waitingRaw, (_, at: string) => raws[Number(at)] ?? ''))
    const form: TagForm = {
      pattern: percentTag,
      left: none,
      opaque: none,
      restore,
      addresses,
    }
    const titled = /\{%-?\s*(?:sub)?tabs\b/i.test(waiting) ? showTabs(waiting) : waiting
    const said = titled.replace(output, (_, a?: string, b?: string) => a ?? b ?? '')
    return restore(replaceTags(said, form, unknown))
  })
}

const none: ReadonlySet<string> = new Set()

/** NexT writes the titles of tabs as comments: `<!-- tab Words@icon -->`. */
function showTabs(text: string): string {
  return text
    .replace(/<!--[ \t]*tab[ \t]*([^\n<>@]{0,200})(?:@[\w-]*)?[ \t]*-->/gi, (_, title: string) =>
      title.trim() === '' ? '\n\n' : `\n\n**${title.trim()}**\n\n`,
    )
    .replace(/<!--[ \t]*endtab[ \t]*-->/gi, '\n\n')
}

/** Stands for a text that is to be left as it is; from the private area, so no text needs it. */
const sign = '\uE001'
const waitingRaw = /\uE001(\d+)\uE001/g
const raw = /\{%-?\s*raw\s*-?%\}([^]*?)\{%-?\s*endraw\s*-?%\}/g
