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
  return silentTypes.has(type) || value.trim() === '' ? [] : [makeSourceText(` ${value} `)]
}
