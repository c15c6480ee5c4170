import { sourceAttribute, type SourceElement, type SourceNode } from '../source/source-html.ts'
import { makeSourceText, renameElement } from './source-nodes.ts'

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
