import { loadLifeboatMessages } from '#article/lifeboat/load-lifeboat-messages.ts'
import { parseInterfaceLanguage } from '#article/languages/interface-languages.ts'
import { makeWords, type Words } from '#article/words.ts'
import type { LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import { escapeHtml } from '#core/html/escape-html.ts'
import {
  lifeboatEnd,
  listEnd,
  toLifeboatHead,
  toListStart,
  toProgramElements,
  toVolumeStart,
  volumeEnd,
} from './lifeboat-page.ts'

/** What a lifeboat says of itself, and the program that it should have. */
interface WrittenPage {
  title: string
  directory: LifeboatDirectory
  program: LifeboatProgram
  /** Lets others work in between. */
  rest: () => Promise<void>
}

/** Rows that are looked at in one go. */
const rowsAtOnce = 2_000

/**
 * Whether a lifeboat is, byte for byte, what this version writes: nothing but the titles in its list and the texts of its
 * volumes is its own. What else somebody has put into the page, a browser would do when it is opened.
 */
export async function isWrittenPage(html: string, page: WrittenPage): Promise<boolean> {
  const { title, directory, program } = page
  const language = parseInterfaceLanguage(
    /^<!doctype html>\n<html lang="([\w-]+)">/.exec(html)?.[1],
  )
  if (language === undefined) return false
  const words = makeWords(await loadLifeboatMessages(language), language)
  const head = toLifeboatHead({ title, language, words, directory, program })
  if (!html.startsWith(head)) return false
  const list = await findListEnd(html, { ...page, words, at: head.length })
  if (list === undefined) return false
  const at = skipElements(html, { at: list, volumes: directory.volumes.length, program })
  return at !== undefined && html.slice(at) === lifeboatEnd
}

/** Where the list of titles ends; `undefined` where something else is in it. */
async function findListEnd(
  html: string,
  { title, words, rest, at }: WrittenPage & { words: Words; at: number },
): Promise<number | undefined> {
  const original = escapeHtml(words('lifeboat.original'))
  const link = `(?: <a href="https?:[^<>"'\\s]+">${escapeForRegExp(original)}</a>)?`
  const row = new RegExp(`^<li>(?:<time>\\d{4}-\\d\\d-\\d\\d</time> )?[^<>"']*${link}$`, 'i')
  const rowsStart = html.indexOf('<li>', at)
  const end = html.indexOf(listEnd, at)
  if (end < 0) return undefined
  const first = rowsStart < 0 || rowsStart > end ? end : rowsStart
  let posts = 0
  for (let from = first; from < end; posts++) {
    if (posts % rowsAtOnce === 0) await rest()
    const to = html.indexOf('\n', from)
    if (!row.test(html.slice(from, to))) return undefined
    from = to + 1
  }
  const isRight = html.slice(at, first) === toListStart({ title, words, posts })
  return isRight ? end + listEnd.length : undefined
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** Where volumes, in their order, and the program, once among them, end; `undefined` where one is missing. */
function skipElements(
  html: string,
  { at: start, volumes, program }: { at: number; volumes: number; program: LifeboatProgram },
): number | undefined {
  const scripts = toProgramElements(program)
  let at = start
  let hasProgram = false
  for (let number = 0; ;) {
    if (!hasProgram && html.startsWith(scripts, at)) {
      at += scripts.length
      hasProgram = true
      continue
    }
    if (number === volumes) return hasProgram ? at : undefined
    const tag = toVolumeStart(number++)
    const end = html.indexOf('<', at + tag.length)
    if (!html.startsWith(tag, at) || end < 0 || !html.startsWith(volumeEnd, end)) return undefined
    at = end + volumeEnd.length
  }
}
