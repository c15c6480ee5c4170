import { isSourceElement, type SourceElement, type SourceNode } from '../source/source-html.ts'

/** What styles say about a text, each by the element that says the same. */
export interface TextStyle {
  isBold: boolean
  isSlanted: boolean
  isUnderlined: boolean
  isStruck: boolean
}

/** What the style of an element says about its text; what it does not say is absent. */
export interface MeantStyle extends Partial<TextStyle> {
  /** How line breaks of the source are kept: with their spaces, or without. */
  lines?: 'pre' | 'line'
  script?: 'sub' | 'sup'
}

/** A text of which no style says anything. */
export const plainText: TextStyle = {
  isBold: false,
  isSlanted: false,
  isUnderlined: false,
  isStruck: false,
}

const lineStyle = /text-decoration(?:-line)?\s*:([^;]*)/i
const weightStyle = /font-weight\s*:\s*(?:(bold|[6-9]\d\d|1000)|(normal|light|[1-5]\d\d))/i
const slantStyle = /font-style\s*:\s*(?:(italic|oblique)|(normal))/i
const struckClass =
  /(?:^|\s)(?:line-through|strike|strikethrough|strike-through|struck|text-decoration-line-through|text-strike)(?:\s|$)/i
const spaceStyle = /white-space\s*:\s*(pre-line|pre-wrap|pre|break-spaces)\b/i
const spaceClass = /(?:^|\s)whitespace-(pre-line|pre-wrap|pre|break-spaces)(?:\s|$)/
const scriptStyle = /vertical-align\s*:\s*(sub|super)\b/i

/** Whether a style may say what `readMeantStyle` reads, by its text. */
export const meaningStyle =
  /none|hidden|collapse|line-through|underline|white-space|vertical-align|font-weight\s*:\s*(?:bold|[6-9]\d\d|1000)|italic|oblique/i

/** Reads the styles and class names that carry meaning; `undefined` if there are none. */
export function readMeantStyle(element: SourceElement): MeantStyle | undefined {
  let found: MeantStyle | undefined
  const add = (part: MeantStyle) => {
    found = { ...found, ...part }
  }
  for (const { name, value } of element.attrs) {
    const isStyle = name === 'style'
    if (!isStyle && name !== 'class') continue
    if (isStyle) readTextStyle(value, element, add)
    else if (struckClass.test(value)) add({ isStruck: true })
    const space = (isStyle ? spaceStyle : spaceClass).exec(value)?.[1]?.toLowerCase()
    if (space !== undefined) add({ lines: space === 'pre-line' ? 'line' : 'pre' })
    const script = isStyle ? scriptStyle.exec(value)?.[1]?.toLowerCase() : undefined
    if (script !== undefined) add({ script: script === 'sub' ? 'sub' : 'sup' })
  }
  return found
}

function readTextStyle(
  style: string,
  element: SourceElement,
  add: (part: MeantStyle) => void,
): void {
  const line = lineStyle.exec(style)?.[1] ?? ''
  if (/line-through/i.test(line)) add({ isStruck: true })
  if (/underline/i.test(line) && element.tagName !== 'a') add({ isUnderlined: true })
  const [, bold, light] = weightStyle.exec(style) ?? []
  // In a box of blocks, headings and heads of tables it is only a look.
  if (light !== undefined || (bold !== undefined && isPhrasing(element))) {
    add({ isBold: bold !== undefined })
  }
  const [, slanted, upright] = slantStyle.exec(style) ?? []
  if (upright !== undefined || (slanted !== undefined && isPhrasing(element))) {
    add({ isSlanted: slanted !== undefined })
  }
}

const blockTags =
  /^(?:article|blockquote|center|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|tr|ul)$/

/** Whether an element begins a line of its own. */
export function isBlockSource(node: SourceNode): boolean {
  return isSourceElement(node) && blockTags.test(node.tagName)
}

function isPhrasing({ tagName, childNodes }: SourceElement): boolean {
  return !/^(?:h[1-6]|th)$/.test(tagName) && !childNodes.some(isBlockSource)
}

/** What a tag itself says about its text. */
export function readTag(tag: string): Partial<TextStyle> | undefined {
  if (tag === 'b' || tag === 'strong') return { isBold: true }
  return tag === 'i' || tag === 'em' ? { isSlanted: true } : undefined
}
