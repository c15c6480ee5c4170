import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { drawPictureAddress, drawVideoId } from '../plan/address.ts'
import { drawQuantile } from '../random.ts'
import { drawParagraphs, toValues, type BodyInput } from './body.ts'
import { writeVideoDescription } from './video-description.ts'

/** A body being written. */
interface Writing extends BodyInput {
  values: Readonly<Record<string, unknown>>
  footnotes: number
}

/** What one filling of a snippet has drawn so far, by the text in braces. */
type Drawn = Record<string, unknown>

const snippets = parse(readFileSync(new URL('snippets.yaml', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>

/** The light profile keeps this many characters of a text whole, and a small part of the rest. */
const lightCharacters = 300
const lightPart = 0.04

/** Draws how long a post is and writes its HTML, as its source would have sent it. */
export function writeBody(input: Omit<BodyInput, 'characters'>, profile: 'full' | 'light'): string {
  const { facts, random } = input
  const drawn = drawQuantile(random, facts.source.text)
  const rest = Math.max(0, drawn - lightCharacters)
  const characters = profile === 'light' ? drawn - Math.round(rest * (1 - lightPart)) : drawn
  if (facts.source.family === 'video') return writeVideoDescription({ ...input, characters })
  return fill({ ...input, characters, values: toValues(facts), footnotes: 0 }, facts.source.family)
}

function fill(writing: Writing, name: string, drawn: Drawn = {}): string {
  const template = snippets[name] ?? ''
  return template.replaceAll(/\{(~?)([^{}]+)\}/g, (_, ahead: string, key: string) => {
    drawn[key] ??= writing.values[key] ?? draw(writing, key, drawn)
    return ahead === '' ? String(drawn[key]) : ''
  })
}

function draw(writing: Writing, key: string, drawn: Drawn): string | number {
  const [name = '', ...words] = key.split(' ')
  if (!(name in snippets)) return draws[name]?.(writing, words, drawn) ?? ''
  const isLeftOut = words.length > 0 && !writing.random.chance(Number(words[0]))
  return isLeftOut ? '' : fill(writing, name)
}

function repeat(writing: Writing, name: string, count: number, first = 0): string {
  return Array.from({ length: count }, (_, at) => fill(writing, name, { at: first + at })).join('')
}

/** Comments below a page; most pages have some, a few are buried under them. */
const comments = '0:0 0.2:1 0.5:12 0.8:50 0.9:150 0.99:420 1:900'

type Draw = (writing: Writing, words: readonly string[], drawn: Drawn) => string | number

/** What braces may ask for beside values and snippets, with the words that follow. */
const draws: Readonly<Record<string, Draw>> = {
  phrase: ({ prose, random }, [length]) => prose.phrase(random, Number(length)),
  sentence: ({ prose, random }) => prose.sentence(random),
  text: ({ prose, random }, [length]) => prose.paragraph(random, Number(length)),
  number: ({ random }, [first, count]) => Number(first) + random.below(Number(count)),
  either: (writing, [chance, one = '', other = ''], drawn) => {
    const chosen = writing.random.chance(Number(chance)) ? one : other
    return chosen in snippets ? fill(writing, chosen, drawn) : chosen
  },
  some: (writing, [name = '', least, range]) =>
    repeat(writing, name, Number(least) + writing.random.below(Number(range))),
  each: (writing, [name = '', ...items]) => items.map((at) => fill(writing, name, { at })).join(''),
  paragraphs: (writing, [name = '', length]) => {
    let html = ''
    for (const paragraph of drawParagraphs(writing, Number(length))) {
      html += fill(writing, name, { paragraph })
    }
    return html
  },
  picture: ({ random, facts }, [withoutScheme]) => {
    const address = drawPictureAddress(random, facts.source)
    const isBare = withoutScheme !== undefined && random.chance(Number(withoutScheme))
    return isBare ? address.replace('https:', '') : address
  },
  video: ({ random }) => drawVideoId(random),
  footnote: (writing) => ++writing.footnotes,
  footnotes: (writing) => repeat(writing, 'note', writing.footnotes, 1),
  comments: (writing) => {
    const most = Math.round(writing.characters / 3)
    return repeat(writing, 'portalComment', Math.min(drawQuantile(writing.random, comments), most))
  },
}
