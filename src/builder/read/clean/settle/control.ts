import { sourceAttribute, type SourceElement, type SourceNode } from '../source/source-html.ts'
import { holdsWords, makeSourceElement, makeSourceText, renameElement } from './source-nodes.ts'

const silentTypes = new Set(['color', 'file', 'hidden', 'password', 'range'])

/** What an `input` shows: its picture, its tick or what is written in it. */
export function settleInput(input: SourceElement): SourceNode[] {
  const type = (sourceAttribute(input, 'type') ?? 'text').trim().toLowerCase()
  if (type === 'image') return [renameElement(input, 'img')]
  if (type === 'checkbox' || type === 'radio') {
    const isTicked = sourceAttribute(input, 'checked') !== undefined
    return [makeSourceText(isTicked ? '☑ ' : '☐ ')]
  }
  const value = sourceAttribute(input, 'value') ?? sourceAttribute(input, 'placeholder') ?? ''
  // A field to copy the page's own address from belongs to its share buttons.
  const isSilent = silentTypes.has(type) || value.trim() === '' || /^\s*https?:\/\//i.test(value)
  return isSilent ? [] : [makeSourceText(` ${value} `)]
}

/** Controls that show an attribute: the name of a group of choices, a choice or a text area that is empty. */
export function settleLabel(control: SourceElement): undefined {
  const isArea = control.tagName === 'textarea'
  const label = sourceAttribute(control, isArea ? 'placeholder' : 'label')?.trim() ?? ''
  if (label === '' || (control.tagName !== 'optgroup' && holdsWords(control))) return undefined
  const text = makeSourceText(label)
  text.parentNode = control
  control.childNodes.unshift(text)
  return undefined
}

/** A place of a picture that is a map: its link, where it has words. */
export function settleArea(area: SourceElement): SourceNode[] {
  const href = sourceAttribute(area, 'href') ?? ''
  const words = [sourceAttribute(area, 'alt'), sourceAttribute(area, 'title')]
  const said = words.find((text) => text !== undefined && text.trim() !== '')
  if (said === undefined || href === '') return []
  return [makeSourceElement('a', { href }, [makeSourceText(said)]), makeSourceText(' ')]
}
