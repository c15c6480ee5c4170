import type { Random } from '../random.ts'
import {
  makeEnglishLexicon,
  makeHanLexicon,
  makeJapaneseLexicon,
  type DrawWord,
} from './lexicon.ts'

/** How a text is written. `mixed` is traditional Chinese with English sentences and simplified words in between. */
export const scripts = ['zh-Hans', 'zh-Hant', 'en', 'mixed', 'ja'] as const
export type Script = (typeof scripts)[number]

/** Writes text of one script. */
export interface Prose {
  /** A few words without a full stop, of about so many characters. */
  phrase(random: Random, characters: number): string
  /** One sentence with its full stop. */
  sentence(random: Random): string
  /** Sentences of about so many characters in all; empty for 0. */
  paragraph(random: Random, characters: number): string
}

interface Grammar {
  drawWord: DrawWord
  space: string
  comma: string
  stops: readonly string[]
  /** Words of a clause, at least and at most. */
  clause: readonly [number, number]
  capital: boolean
}

/** One writer for each script; making them costs some tens of milliseconds. */
export function makeWriters(): Record<Script, Prose> {
  const han = {
    space: '',
    comma: '，',
    stops: ['。', '。', '。', '？', '！'],
    clause: [3, 8],
    capital: false,
  } as const
  const simplified = makeProse({ ...han, drawWord: makeHanLexicon('simplified') })
  const traditional = makeProse({ ...han, drawWord: makeHanLexicon('traditional') })
  const english = makeProse({
    drawWord: makeEnglishLexicon(),
    space: ' ',
    comma: ', ',
    stops: ['.', '.', '.', '?'],
    clause: [4, 12],
    capital: true,
  })
  const japanese = makeProse({ ...han, comma: '、', drawWord: makeJapaneseLexicon() })
  return {
    'zh-Hans': simplified,
    'zh-Hant': traditional,
    en: english,
    mixed: makeMixed([traditional, traditional, simplified, english]),
    ja: japanese,
  }
}

function makeProse(grammar: Grammar): Prose {
  const { drawWord, space, comma, stops, capital } = grammar
  const [least, most] = grammar.clause
  const sentence = (random: Random) => {
    let text = ''
    for (let clauses = 1 + random.below(3); clauses > 0; clauses--) {
      for (let words = least + random.below(most - least + 1); words > 0; words--) {
        text += random.chance(0.012)
          ? `${space}${1 + random.below(2_030)}${space}`
          : drawWord(random)
        if (words > 1) text += space
      }
      if (clauses > 1) text += comma
    }
    return (capital ? capitalize(text.trimStart()) : text) + random.pick(stops)
  }
  const phrase = (random: Random, characters: number) => {
    let text = drawWord(random)
    while (text.length < characters) text += space + drawWord(random)
    return capital ? capitalize(text) : text
  }
  return {
    phrase,
    sentence,
    paragraph: (random, characters) => fill(random, characters, { sentence, space }),
  }
}

function makeMixed(writers: readonly Prose[]): Prose {
  const sentence = (random: Random) => random.pick(writers).sentence(random)
  return {
    phrase: (random, characters) => {
      const half = Math.ceil(characters / 2)
      const first = random.pick(writers).phrase(random, half)
      return `${first} ${random.pick(writers).phrase(random, half)}`
    },
    sentence,
    paragraph: (random, characters) => fill(random, characters, { sentence, space: '' }),
  }
}

function fill(
  random: Random,
  characters: number,
  { sentence, space }: { sentence: Prose['sentence']; space: string },
): string {
  let text = ''
  while (text.length < characters) text += (text === '' ? '' : space) + sentence(random)
  return text
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
