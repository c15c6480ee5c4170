/** A piece of a Markdown text: code, or anything else. */
export interface Region {
  text: string
  isCode: boolean
}

const fence = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*(`{3,}|~{3,})(.*)$/

/** Splits a Markdown text into fenced blocks, pieces of code and what stands between them. Linear. */
export function splitRegions(source: string): Region[] {
  const regions: Region[] = []
  const push = (text: string, isCode: boolean) => {
    const last = regions.at(-1)
    if (text === '') return
    if (last?.isCode === isCode) last.text += text
    else regions.push({ text, isCode })
  }
  let open = ''
  for (const line of source.split(/(?<=\n)/)) {
    const [, mark = '', info = ''] = fence.exec(line.trimEnd()) ?? []
    if (open !== '') {
      push(line, true)
      if (mark.startsWith(open) && info.trim() === '') open = ''
    } else if (mark !== '' && !(mark.startsWith('`') && info.includes('`'))) {
      open = mark
      push(line, true)
    } else pushPieces(line, push)
  }
  return regions
}

function pushPieces(line: string, push: (text: string, isCode: boolean) => void): void {
  let at = 0
  for (const { 0: code, index } of line.matchAll(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g)) {
    push(line.slice(at, index), false)
    push(code, true)
    at = index + code.length
  }
  push(line.slice(at), false)
}

/** Stands for a piece of code; from the private area, so no text needs it. */
const sign = '\uE000'

/**
 * Rewrites a text while its code waits behind signs: marks of templates may reach over code, but none in it counts.
 * @param rewrite gets a function that puts the code back into a part of the text.
 */
export function replaceOutsideCode(
  source: string,
  rewrite: (text: string, restore: (text: string) => string) => string,
): string {
  const codes: string[] = []
  const text = splitRegions(source.replaceAll(sign, ''))
    .map((region) => (region.isCode ? `${sign}${codes.push(region.text) - 1}${sign}` : region.text))
    .join('')
  const restore = (part: string) =>
    part.replace(/\uE000(\d+)\uE000/g, (_, at: string) => codes[Number(at)] ?? '')
  return restore(rewrite(text, restore))
}
