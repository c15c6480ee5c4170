// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeVoice, stubSpeech } from '#reader/testing/fake-speech.ts'
import { prepareReading } from './start-reading.ts'

const words = {
  code: (lines: number) => `Code, ${lines} lines.`,
  table: (rows: number, columns: number) => `Table, ${rows} by ${columns}.`,
  language: 'en',
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

interface Wishes {
  language?: string
  mayBeRemote?: boolean
  rate?: number
}

async function prepare(
  html: string,
  { language = 'en', mayBeRemote = false, rate = 1 }: Wishes = {},
) {
  const box = document.createElement('div')
  box.innerHTML = `<div class="article-text">${html}</div>`
  document.body.replaceChildren(box)
  const preparing = prepareReading({ box, language, words, rate, mayBeRemote })
  await vi.advanceTimersByTimeAsync(4_000)
  return preparing
}

async function read(html: string, wishes?: Wishes) {
  const listening = await prepare(html, wishes)
  if (listening.kind !== 'reading') throw new Error(`nothing is read: ${listening.kind}`)
  listening.reading.play()
  return listening.reading
}

const three = '<p>One here. Two here.</p><p>Three here.</p>'

describe('an article', () => {
  test('is read sentence by sentence, and comes to an end', async () => {
    const { said } = stubSpeech()
    const reading = await read(three)
    vi.runAllTimers()
    expect(said.map(({ text }) => text)).toEqual(['One here.', 'Two here.', 'Three here.'])
    expect(reading.read()).toMatchObject({ state: 'ended', leftOut: 0 })
    reading.play()
    expect(said.at(-1)?.text).toBe('One here.')
  })

  test('goes on from the beginning of the sentence where it was paused', async () => {
    const { said, isSpeaking } = stubSpeech()
    const reading = await read(three)
    vi.advanceTimersByTime(700)
    reading.pause()
    expect(isSpeaking()).toBe(false)
    vi.advanceTimersByTime(60_000)
    expect(said).toHaveLength(2)
    reading.play()
    vi.runAllTimers()
    expect(said.map(({ text }) => text)).toEqual([
      'One here.',
      'Two here.',
      'Two here.',
      'Three here.',
    ])
  })

  test.each<[string, (reading: Awaited<ReturnType<typeof read>>) => void, string]>([
    ['a sentence on', (reading) => reading.skipSentences(1), 'Two here.'],
    ['a paragraph on', (reading) => reading.skipParagraph(1), 'Three here.'],
    ['back at the beginning', (reading) => reading.skipSentences(-1), 'One here.'],
    ['a paragraph back at the beginning', (reading) => reading.skipParagraph(-1), 'One here.'],
  ])('is skipped %s, while it is said', async (_, skip, next) => {
    const { said } = stubSpeech()
    const reading = await read(three)
    vi.advanceTimersByTime(100)
    skip(reading)
    vi.advanceTimersByTime(100)
    expect(said.map(({ text }) => text)).toEqual(['One here.', next])
  })

  test('goes back to the beginning of a paragraph first, then to the one before', async () => {
    stubSpeech()
    const reading = await read('<p>A one. A two.</p><p>B one. B two.</p>')
    reading.pause()
    reading.skipSentences(3)
    const places = [0, 1].map(() => {
      reading.skipParagraph(-1)
      return reading.read().at
    })
    expect(places).toEqual([2, 0])
  })

  test('is said at another speed from the beginning of the sentence', async () => {
    const { said } = stubSpeech()
    const reading = await read(three)
    reading.setRate(1.5)
    vi.advanceTimersByTime(100)
    expect(said.map(({ text, rate }) => [text, rate])).toEqual([
      ['One here.', 1],
      ['One here.', 1.5],
    ])
  })
})

describe('an engine that', () => {
  test('falls silent without a word is asked again, once, and then the next sentence is said', async () => {
    const { said } = stubSpeech({
      isDeaf: (saying) => saying === 2 || saying === 4 || saying === 5,
    })
    const reading = await read('<p>One. Two. Three. Four.</p>')
    vi.runAllTimers()
    expect(said.map(({ text }) => text)).toEqual([
      'One.',
      'Two.',
      'Two.',
      'Three.',
      'Three.',
      'Four.',
    ])
    expect(reading.read()).toMatchObject({ state: 'ended', leftOut: 1 })
  })

  test('refuses everything is given up, and that is told', async () => {
    const { said } = stubSpeech({ refuses: () => true })
    const reading = await read('<p>One. Two. Three. Four. Five.</p>')
    vi.runAllTimers()
    expect(reading.read()).toMatchObject({ state: 'failed', leftOut: 3 })
    expect(said).toHaveLength(6)
  })

  test('stops after fifteen seconds in one breath reads for half an hour all the same', async () => {
    const { said } = stubSpeech({ breathMs: 15_000, isDeaf: (saying) => saying % 50 === 0 })
    const paragraphs = Array.from({ length: 160 }, (_, at) => {
      const long = Array.from(
        { length: 12 },
        (__, part) => `and part ${part} of it is told at some length`,
      )
      return `<p>This is paragraph ${at}. It has a long sentence, ${long.join(', ')}.</p>`
    })
    vi.setSystemTime(0)
    const reading = await read(paragraphs.join(''))
    vi.runAllTimers()
    expect(reading.read()).toMatchObject({ state: 'ended', leftOut: 0 })
    expect(Date.now()).toBeGreaterThan(30 * 60_000)
    const heard = said.map(({ text }) => text).filter((text, at, all) => text !== all[at - 1])
    const whole = document.body.textContent.replaceAll(/\s+/g, '')
    expect(heard.join('').replaceAll(/\s+/g, '')).toBe(whole)
  })

  test('lists its voices late is waited for', async () => {
    const { said } = stubSpeech({ isLate: true })
    await read('<p>One.</p>')
    expect(said).toHaveLength(1)
  })
})

describe('voices', () => {
  const mixed =
    '<p>The tea house. 茶館已經開了三十年。 <span lang="fr">Bonjour à tous.</span> これはお茶です。 안녕하세요 여러분. Привет, друзья.</p>'

  test('are those of the languages of a mixed text', async () => {
    const voices = ['fr-FR', 'ja-JP', 'zh-CN', 'ru-RU', 'ko-KR', 'en-US', 'zh-TW'].map((lang) =>
      makeVoice(lang),
    )
    const { said } = stubSpeech({ voices })
    await read(mixed)
    vi.runAllTimers()
    expect(said.map(({ text, voice }) => [text, voice])).toEqual([
      ['The tea house.', 'en-US local'],
      ['茶館已經開了三十年。', 'zh-CN local'],
      ['Bonjour à tous.', 'fr-FR local'],
      ['これはお茶です。', 'ja-JP local'],
      ['안녕하세요 여러분.', 'ko-KR local'],
      ['Привет, друзья.', 'ru-RU local'],
    ])
  })

  test('that a language lacks leave its sentences out, and that is counted', async () => {
    const { said } = stubSpeech({ voices: [makeVoice('en-GB'), makeVoice('ru-RU', 'remote')] })
    const reading = await read('<p>One. Привет, друзья. Two. 茶館。 Three.</p>')
    vi.runAllTimers()
    expect(said.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.'])
    expect(reading.read().leftOut).toBe(2)
  })

  test.each([
    [
      'no voice of this device speaks its language',
      [makeVoice('zh-CN', 'remote'), makeVoice('en-GB')],
    ],
    ['there are remote voices alone', [makeVoice('zh-CN', 'remote')]],
  ])('that are remote are never used unasked: %s', async (_, voices) => {
    const { said } = stubSpeech({ voices })
    const chinese = '<p>茶館已經開了三十年。他們都來了。</p>'
    const listening = await prepare(chinese, { language: 'zh-Hant' })
    expect(listening).toEqual({ kind: 'remote', languages: ['zh-Hant'] })
    expect(said).toEqual([])
    await read(chinese, { language: 'zh-Hant', mayBeRemote: true })
    expect(said[0]?.voice).toBe('zh-CN remote')
  })

  test.each([
    ['there is no speech', 'speech', undefined],
    ['there are no voices', 'voices', []],
    ['no voice knows the language', 'language', [makeVoice('de-DE')]],
  ] as const)('that are not there are told: %s', async (_, why, voices) => {
    if (voices !== undefined) stubSpeech({ voices })
    expect(await prepare('<p>One.</p>')).toMatchObject({ kind: 'none', why })
  })

  test('without words there is nothing to read', async () => {
    stubSpeech()
    expect(await prepare('<p>* * *</p>')).toMatchObject({ kind: 'none', why: 'text' })
  })
})
