// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { useVersionTools } from './version-choice.tsx'

const words = makeWords(await loadArticleMessages('en'), 'en')

// Newest first, as versions are listed.
const days = ['2020-01-03', '2020-01-02', '2020-01-01']
const versions = days.flatMap((publishedOn) => {
  const id = parsePostId(`${publishedOn}-abcdefgh`)
  return id === undefined ? [] : [{ id, publishedOn }]
})

interface ListProps {
  shown: number
  compared?: number
}

function List({ shown, compared }: ListProps) {
  const id = versions[shown]?.id
  if (id === undefined) throw new Error('no such version')
  const body = { id, file: 'x', parts: [], versions }
  const other = compared === undefined ? undefined : versions[compared]?.id
  // oxlint-disable-next-line react/rules-of-hooks
  const tools = useVersionTools({ id, body, compared: other, words })
  return (
    <>
      {versions.map((version) => (
        <p key={version.id}>{tools.before(version)}</p>
      ))}
      {tools.below}
    </>
  )
}

let root: Root
let box: HTMLElement

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  box = document.createElement('div')
  root = createRoot(box)
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
})

/** Reads the days of the chosen versions and the days that the link compares. */
function read() {
  const boxes = [...box.querySelectorAll('input')]
  const link = box.querySelector('a')?.getAttribute('href') ?? ''
  return {
    chosen: boxes.flatMap(({ checked }, at) => (checked ? [days[at]] : [])),
    link: link.match(/\d{4}-\d\d-\d\d/g) ?? [],
  }
}

function click(...places: number[]): void {
  for (const place of places) act(() => box.querySelectorAll('input')[place]?.click())
}

test.each<[string, ListProps, string[], string[]]>([
  [
    'the newest and the next older one',
    { shown: 0 },
    ['2020-01-03', '2020-01-02'],
    ['2020-01-03', '2020-01-02'],
  ],
  [
    'the oldest and the newest',
    { shown: 2 },
    ['2020-01-03', '2020-01-01'],
    ['2020-01-01', '2020-01-03'],
  ],
  [
    'the one shown and the one it is compared with',
    { shown: 0, compared: 2 },
    ['2020-01-03', '2020-01-01'],
    ['2020-01-03', '2020-01-01'],
  ],
])('the initial choice is %s', (_, props, chosen, link) => {
  act(() => root.render(<List {...props} />))
  expect(read()).toEqual({ chosen, link })
})

test('the link compares the last two chosen versions and is absent for one alone', () => {
  act(() => root.render(<List shown={0} />))
  click(2)
  expect(read()).toEqual({ chosen: days.slice(1), link: ['2020-01-02', '2020-01-01'] })
  click(1)
  expect(read()).toEqual({ chosen: ['2020-01-01'], link: [] })
  expect(box.textContent).toContain('Select two versions')
})
