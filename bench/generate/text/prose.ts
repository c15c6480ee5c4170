import type { Random } from '../random.ts'
import {
  makeEnglishLexicon,
  makeHanLexicon,
  makeJapaneseLexicon,
  type DrawWord,
} from './lexicon.ts'

/** How a text is written. `mixed`: traditional Chinese with English and simplified sentences. */
export type Script = 'zh-Hans' | 'zh-Hant' | 'en' | 'mixed' | 'ja'

export interface Prose {
  /** A few words without a full stop, of about so many characters. */
  phrase(random: Random, characters: number): string
  sentence(random: Random): string
  /** Sentences of about so many characters in all; empty for 0. */
  paragraph(random: Random, characters: number): string
}

/** Words of a clause: at least so many, and up to so many more. */
const han = { space: '', comma: '，', stops: Array.from('。。。？！'), least: 3, more: 5 }
const latin = { space: ' ', comma: ', ', stops: Array.from('...?'), least: 4, more: 8 }

/** One writer for each script; making them takes tens of milliseconds. */
export function makeWriters(): Record<Script, Prose> {
  const simplified = makeProse(han, makeHanLexicon('simplified'))
  const traditional = makeProse(han, makeHanLexicon('traditional'))
  const english = makeProse(latin, makeEnglishLexicon())
  return {
    'zh-Hans': simplified,
    'zh-Hant': traditional,
    en: english,
    mixed: makeMixed([traditional, traditional, simplified, english]),
    ja: makeProse({ ...han, comma: '、' }, makeJapaneseLexicon()),
  }
}

function makeProse({ space, comma, stops, least, more }: typeof han, drawWord: DrawWord): Prose {
  const drawClause = (random: Random) =>
    Array.from({ length: least + random.below(more + 1) }, () =>
      random.chance(0.012) ? `${space}${1 + random.below(2_030)}${space}` : drawWord(random),
    ).join(space)
  const sentence = (random: Random) => {
    const clauses = Array.from({ length: 1 + random.below(3) }, () => drawClause(random))
    return capitalize(clauses.join(comma).trimStart()) + random.pick(stops)
  }
  const phrase = (random: Random, characters: number) => {
    let text = drawWord(random)
    while (text.length < characters) text += space + drawWord(random)
    return capitalize(text)
  }
  return { phrase, sentence, paragraph: fillWith(sentence, space) }
}

function makeMixed(writers: readonly Prose[]): Prose {
  const sentence = (random: Random) => random.pick(writers).sentence(random)
  const phrase = (random: Random, characters: number) => {
    const half = Math.ceil(characters / 2)
    const first = random.pick(writers).phrase(random, half)
    return `${first} ${random.pick(writers).phrase(random, half)}`
  }
  return { phrase, sentence, paragraph: fillWith(sentence, '') }
}

function fillWith(sentence: Prose['sentence'], space: string): Prose['paragraph'] {
  return (random, characters) => {
    let text = ''
    while (text.length < characters) text += (text === '' ? '' : space) + sentence(random)
    return text
  }
}

/** Han and kana have no capitals and stay as they are. */
function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
