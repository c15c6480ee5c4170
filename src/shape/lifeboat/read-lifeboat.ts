import {
  lifeboatIds,
  parseLifeboatDirectory,
  type LifeboatDirectory,
} from '#contract/lifeboat-directory.ts'
import { ContractError } from '#contract/contract-error.ts'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import { toLifeboatStart } from './lifeboat-page.ts'

/**
 * Text of a whole element of a lifeboat; `undefined` where it is missing or cut off. Elements hold no `<`: its start tag
 * stands in the text of no other one. Nothing of the file is run or becomes a document.
 */
export function readElement(html: string, id: string, form = 'octet-stream'): string | undefined {
  const tag = `<script type="application/${form}" id="${id}">`
  const at = html.indexOf(tag)
  const start = at + tag.length
  const end = html.indexOf('<', start)
  return at < 0 || end < 0 || !html.startsWith('</script>', end)
    ? undefined
    : html.slice(start, end)
}

/**
 * The directory of a lifeboat; `undefined` for a page without one.
 * @throws SyntaxError when it is damaged; ContractError when its shape is wrong.
 */
export function readDirectory(html: string): LifeboatDirectory | undefined {
  const text = readElement(html, lifeboatIds.directory, 'json')
  if (text === undefined) return undefined
  if (text.length > mostDirectory) throw new ContractError('lifeboat: its directory is too large')
  return parseLifeboatDirectory(parseShallowJson(text))
}

/** Directories of the largest lifeboats that browsers open have a quarter of it. */
const mostDirectory = 16 * 2 ** 20
/** No file of ours goes half as deep. */
const mostDepth = 24

/**
 * Parses JSON of a file that somebody may have forged: some engines take minutes for a text that is nested a million times,
 * others end with an error of their own.
 * @throws SyntaxError when it is damaged or nested too deep.
 */
export function parseShallowJson(text: string): unknown {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (isInText && sign === '\\') at++
    else if (sign === '"') isInText = !isInText
    else if (isInText) continue
    else if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth--
    if (depth > mostDepth) throw new SyntaxError('nested too deep')
  }
  return JSON.parse(text)
}

/** Whether a lifeboat ends before its last part. */
export function isCutOff(html: string): boolean {
  return !html.includes(`<p id="${lifeboatIds.end}"`)
}

/**
 * Whether a lifeboat can run no other program than this one: its policy stands at the very start (further down it holds for
 * nothing that stands before it), and its packed scripts are those of the program.
 */
export function hasProgram(html: string, program: LifeboatProgram): boolean {
  const language = /^<!doctype html>\n<html lang="([\w-]+)">/.exec(html)?.[1]
  return (
    language !== undefined &&
    html.startsWith(toLifeboatStart(language, program)) &&
    readElement(html, lifeboatIds.code) === program.reader &&
    readElement(html, lifeboatIds.worker) === program.worker
  )
}
