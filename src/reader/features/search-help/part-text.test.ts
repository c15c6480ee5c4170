import { expect, test } from 'vitest'
import { makeWords, type Messages } from '#article/words.ts'
import rows from '#article/messages/rows/en.json' with { type: 'json' }
import { sourceClock } from '#core/time/clock.ts'
import main from '#reader/messages/en.json' with { type: 'json' }
import search from '#reader/messages/search/en.json' with { type: 'json' }
import { listReadParts, toChipText, toPartText, type Speech } from './part-text.ts'

const messages: Messages = { ...rows, ...main, ...search }
const speech: Speech = { words: makeWords(messages, 'en'), locale: 'en' }

test('days are described with a clock other than the archive’s', () => {
  const onClock = { ...speech, clock: sourceClock }
  const texts = listReadParts('sea -after:2022').map((part) => toChipText(part, onClock))
  expect(texts).toEqual(['sea', 'not published from 2022 on · sources’ own time'])
})

test.each([
  ['sea -wall', ['sea', 'not wall'], ['in title or text: sea', 'not in title or text: wall']],
  [
    'sea OR "wall port" OR -fog',
    ['sea or wall port or not fog'],
    ['any of: sea or wall port or not fog'],
  ],
  ['-(sea wall)', ['not (sea wall)'], ['without: (sea wall)']],
  ['a|(b c)', ['a or (b c)'], ['any of: a or (b c)']],
  ['title:sea', ['in the title: sea'], ['in the title: sea']],
  ['-tag:sea', ['Tag: not sea'], ['Tag: not sea']],
  ['site:a.example', ['Site: a.example'], ['Site: a.example']],
  ['length:5-9', ['Minutes to read: 5–9'], ['Minutes to read: 5–9']],
  ['-missing:picture', ['Missing: not picture'], ['Missing: not picture']],
  ['lang:zh-Hant', ['Language: Traditional Chinese'], ['Language: Traditional Chinese']],
  ['after:2022', ['published from 2022 on'], ['published from 2022 on']],
  ['-date:nov 2022', ['not published: November 2022'], ['not published: November 2022']],
  [
    'before:2022-11-20 date:2020..2021',
    ['published before 20 November 2022', 'published: 2020 to 2021'],
    ['published before 20 November 2022', 'published: 2020 to 2021'],
  ],
  ['reset --hard', ['reset', '--hard'], ['in title or text: reset', 'in title or text: --hard']],
  ['C++ -.NET', ['C++', 'not .NET'], ['in title or text: C++', 'not in title or text: .NET']],
  ['10 000 don’t', ['10 000', 'don’t'], ['in title or text: 10 000', 'in title or text: don’t']],
  ['🎉 ++', ['🎉'], ['in title or text: 🎉']],
  ['sea ??? date:2022-13 tag:', ['sea'], ['in title or text: sea']],
])('%s is described', (query, chips, sentences) => {
  const parts = listReadParts(query)
  expect(parts.map((part) => toChipText(part, speech))).toEqual(chips)
  expect(parts.map((part) => toPartText(part, speech))).toEqual(sentences)
})
