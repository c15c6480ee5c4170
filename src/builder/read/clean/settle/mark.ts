import { leftOutAttribute, leftOutSign, type LeftOut } from '#core/html/left-out.ts'
import type { SourceElement } from '../source/source-html.ts'
import { makeSourceElement, makeSourceText } from './source-nodes.ts'

/** The mark that stands in place of what an article cannot show, with the words that say what it was. */
export function makeMark(kind: LeftOut, words: string): SourceElement {
  const text = words === '' ? leftOutSign : `${leftOutSign} ${words}`
  return makeSourceElement('span', { [leftOutAttribute]: kind }, [makeSourceText(text)])
}
