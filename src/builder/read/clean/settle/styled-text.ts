import type { SourceElement, SourceNode } from '../source/source-html.ts'
import { plainText, readTag, type MeantStyle, type TextStyle } from './meant-style.ts'
import { makeSourceElement } from './source-nodes.ts'

/** What the elements around a text say about it. */
export interface SaidStyle {
  /** Their styles. */
  style: TextStyle
  /** Their tags, so that no style need say it again. */
  tagged: TextStyle
}

/** Elements whose text is code. */
export const codeTags: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt'])

/** What is said about the text in an element, by its style and by its tag. */
export function toSaidStyle(
  { tagName }: SourceElement,
  style: MeantStyle | undefined,
  around: SaidStyle,
): SaidStyle {
  const said = readTag(tagName)
  const isCode = codeTags.has(tagName)
  if (style === undefined && said === undefined && !isCode)
    return { style: around.style, tagged: around.tagged }
  const isKept = said !== undefined && (style === undefined || !takesBack(said, style))
  return {
    // The looks of code are those of its language.
    style: isCode
      ? { ...plainText, isStruck: around.style.isStruck }
      : toStyle(style, around.style),
    tagged: isKept ? { ...around.tagged, ...said } : around.tagged,
  }
}

function toStyle(style: MeantStyle = {}, around: TextStyle): TextStyle {
  return {
    isBold: style.isBold ?? around.isBold,
    isSlanted: style.isSlanted ?? around.isSlanted,
    isUnderlined: style.isUnderlined ?? around.isUnderlined,
    isStruck: style.isStruck ?? around.isStruck,
  }
}

/** Whether a style says the opposite of its tag: word processors write `<b style="font-weight:normal">`. */
export function takesBack(said: Partial<TextStyle>, style: MeantStyle): boolean {
  return said.isBold === true ? style.isBold === false : style.isSlanted === false
}

// In code, weight and slant are its colours.
const codeStyle = { isBold: true, isSlanted: true, isUnderlined: true }

/** Puts a text into the elements that say what its style says. */
export function wrapText(
  nodes: SourceNode[],
  { style, tagged: said }: SaidStyle,
  isInPre: boolean,
): SourceNode[] {
  const tagged = isInPre ? { ...said, ...codeStyle } : said
  let wrapped = nodes
  if (style.isStruck) wrapped = [makeSourceElement('s', {}, wrapped)]
  if (style.isUnderlined && !tagged.isUnderlined) wrapped = [makeSourceElement('u', {}, wrapped)]
  if (style.isSlanted && !tagged.isSlanted) wrapped = [makeSourceElement('em', {}, wrapped)]
  return style.isBold && !tagged.isBold ? [makeSourceElement('strong', {}, wrapped)] : wrapped
}
