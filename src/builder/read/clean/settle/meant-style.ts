import type { SourceElement } from '../source/source-html.ts'

/** What the style of an element says about its text. */
export interface MeantStyle {
  isStruck: boolean
  /** How line breaks of the source are kept: with their spaces, or without. */
  lines: 'pre' | 'line' | undefined
  script: 'sub' | 'sup' | undefined
}

const struckStyle = /text-decoration(?:-line)?\s*:[^;]*line-through/i
const struckClass =
  /(?:^|\s)(?:line-through|strike|strikethrough|strike-through|struck|text-decoration-line-through|text-strike)(?:\s|$)/i
const spaceStyle = /white-space\s*:\s*(pre-line|pre-wrap|pre|break-spaces)\b/i
const spaceClass = /(?:^|\s)whitespace-(pre-line|pre-wrap|pre|break-spaces)(?:\s|$)/
const scriptStyle = /vertical-align\s*:\s*(sub|super)\b/i

/** Reads the styles and class names that carry meaning; `undefined` if there are none. */
export function readMeantStyle(element: SourceElement): MeantStyle | undefined {
  let found: MeantStyle | undefined
  const add = (part: Partial<MeantStyle>) => {
    found = { isStruck: false, lines: undefined, script: undefined, ...found, ...part }
  }
  for (const { name, value } of element.attrs) {
    const isStyle = name === 'style'
    if (!isStyle && name !== 'class') continue
    if ((isStyle ? struckStyle : struckClass).test(value)) add({ isStruck: true })
    const space = (isStyle ? spaceStyle : spaceClass).exec(value)?.[1]?.toLowerCase()
    if (space !== undefined) add({ lines: space === 'pre-line' ? 'line' : 'pre' })
    const script = isStyle ? scriptStyle.exec(value)?.[1]?.toLowerCase() : undefined
    if (script !== undefined) add({ script: script === 'sub' ? 'sub' : 'sup' })
  }
  return found
}
