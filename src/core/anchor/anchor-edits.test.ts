import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { AnchorText } from './anchor-text.ts'

/** Sentences of few words, so that they resemble each other, and some of them twice. */
const words = [
  'ferry',
  'lamp',
  'late',
  'the',
  'north',
  'south',
  'pier',
  'tide',
  'council',
  'rain',
  'glass',
  'salt',
]
const characters = [
  '港',
  '口',
  '的',
  '灯',
  '塔',
  '今',
  '晚',
  '不',
  '亮',
  '渔',
  '民',
  '雨',
  '风',
  '城',
]
const sentence = fc.oneof(
  fc
    .array(fc.constantFrom(...words), { minLength: 5, maxLength: 16 })
    .map((all) => `${all.join(' ')}. `),
  fc
    .array(fc.constantFrom(...characters), { minLength: 8, maxLength: 30 })
    .map((all) => `${all.join('')}。`),
)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 })

/** A sentence with a name that no edit changes: the known place. */
interface Told {
  name: number
  text: string
}

type Paragraph = Told[]

const edit = fc.record({
  kind: fc.constantFrom('insert', 'remove', 'move', 'drop', 'add', 'correct', 'space', 'sign'),
  at: fc.nat(1000),
  to: fc.nat(1000),
  added: paragraph,
})
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

const toTold = (texts: readonly string[], name = -1): Paragraph =>
  texts.map((text, at) => ({ name: name < 0 ? name : name + at, text }))

/** Corrections and signs leave a sentence what it is. */
const touch: Readonly<Record<string, (text: string) => string>> = {
  correct: (text) => text.replace(/^(.{4})./u, '$1x'),
  space: (text) => text.replaceAll(' ', '  '),
  sign: (text) => text.replace(/[.。]/u, '!'),
}

function apply(paragraphs: Paragraph[], { kind, at, to, added }: Edit): Paragraph[] {
  const changed = paragraphs.map((sentences) => [...sentences])
  const own = changed[at % Math.max(changed.length, 1)]
  const where = at % (changed.length + 1)
  if (kind === 'insert') changed.splice(where, 0, toTold(added))
  if (own === undefined) return changed
  const index = changed.indexOf(own)
  const inside = to % Math.max(own.length, 1)
  if (kind === 'remove') changed.splice(index, 1)
  if (kind === 'move') {
    changed.splice(index, 1)
    changed.splice(to % (changed.length + 1), 0, own)
  }
  if (kind === 'drop') own.splice(inside, 1)
  if (kind === 'add') own.splice(inside, 0, ...toTold(added.slice(0, 1)))
  const change = touch[kind]
  const told = own[inside]
  if (change && told) own[inside] = { ...told, text: change(told.text) }
  return changed
}

/** The text of paragraphs, with where each sentence begins. */
function write(paragraphs: readonly Paragraph[]) {
  let text = ''
  const starts: { name: number; start: number; end: number; text: string }[] = []
  for (const sentences of paragraphs) {
    for (const told of sentences) {
      starts.push({ ...told, start: text.length, end: text.length + told.text.length })
      text += told.text
    }
    text += '\n'
  }
  return { text, starts }
}

const article = fc.array(paragraph, { minLength: 2, maxLength: 8 }).map((all) => {
  let name = 0
  return all.map((texts) => {
    const told = toTold(texts, name)
    name += texts.length
    return told
  })
})

const isAlike = (one: string, other: string) =>
  one.replace(/[\s.。!]/gu, '') === other.replace(/[\s.。!]/gu, '')

test('whatever is done to a text, an anchor leads to its own sentence, to equal words, or nowhere', () => {
  fc.assert(
    fc.property(article, fc.array(edit, { maxLength: 5 }), fc.nat(1000), (before, edits, pick) => {
      const old = write(before)
      const own = old.starts[pick % old.starts.length]
      const now = write(edits.reduce(apply, before))
      const made = own && new AnchorText(old.text).anchor(own)
      const found = made && new AnchorText(now.text).find(made)
      if (found === undefined) return
      const known = now.starts.find(({ name }) => name === own?.name)
      const isOwn = known !== undefined && found.start < known.end && found.end > known.start
      expect(isOwn || isAlike(now.text.slice(found.start, found.end), own?.text ?? '')).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('what was added before and after a sentence that stands once hides it nowhere', () => {
  fc.assert(
    fc.property(article, paragraph, fc.nat(1000), (before, added, pick) => {
      const old = write(before)
      const own = old.starts[pick % old.starts.length]
      const made = own && new AnchorText(old.text).anchor(own)
      if (
        own === undefined ||
        old.starts.some((other) => other !== own && isAlike(other.text, own.text))
      )
        return
      const around = [toTold(added), ...before]
      const now = write(around)
      const known = now.starts.find(({ name }) => name === own.name)
      const found = made && new AnchorText(now.text).find(made)
      expect(found?.start).toBe(known?.start)
    }),
    { numRuns: 100 },
  )
})
