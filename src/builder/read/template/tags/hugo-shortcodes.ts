import { replaceOutsideCode } from '../code-regions.ts'
import { replaceTags, type TagForm } from './replace-tags.ts'
import type { TagAddresses } from '../site/tag-addresses.ts'

const shortcode =
  /\{\{[<%]-?\s*(\/?)\s*([\p{L}_][\p{L}\p{N}_./-]*)((?:\s(?:[^>%]|[>%](?!\}\})){0,4000}?)?)\s*\/?\s*-?[>%]\}\}/gu

// A shortcode within a comment sign, as Hugo's authors write one that is to be shown.
const shown = /(\{\{[<%])\s*\/\*\s*([^]*?)\s*\*\/\s*([>%]\}\})/g

const none: ReadonlySet<string> = new Set()

const mark = /\{\{[<%]/

/** Whether a body has shortcodes of Hugo outside of code. */
export function holdsShortcodes(body: string): boolean {
  return mark.test(body)
}

/** Replaces Hugo's shortcodes outside of code; see `replaceTags`. */
export function replaceShortcodes(
  body: string,
  addresses: TagAddresses,
  unknown: Map<string, number>,
): string {
  return replaceOutsideCode(body, (source, restore) => {
    const form: TagForm = { pattern: shortcode, left: none, opaque: none, restore, addresses }
    return replaceTags(source, form, unknown)
  }).replace(shown, '$1 $2 $3')
}
