// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { AnchorText } from '#core/anchor/anchor-text.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { changeSettings } from '#reader/ui/use-settings.ts'
import { findKeptPlace, keepPlace, listUnfinished } from './kept-places.ts'
import { openSiteDesk } from './site-desk.ts'

function toId(day: number): PostId {
  const id = parsePostId(`2020-08-0${day}-abcdefgh`)
  if (id === undefined) throw new Error(`${day}`)
  return id
}

const text =
  'At seventeen minutes to eleven all eleven lanterns were lit at once. Nobody made a speech.'
const place = {
  anchor: new AnchorText(text).anchorPlace(30),
  parts: 1,
  share: 0.4,
  title: 'The lights',
}

test('the articles that were begun last are offered, without what is broken or finished', async () => {
  for (const day of [1, 2, 3, 4]) await keepPlace(toId(day), place)
  await keepPlace(toId(3), undefined)
  const desk = await openSiteDesk()
  const broken = { ...place, share: 7 }
  desk.change([{ kind: 'place', id: toId(5), value: broken }])
  expect((await listUnfinished(2)).map(({ id }) => id)).toEqual([toId(4), toId(2)])
  expect(await findKeptPlace(toId(5))).toBeUndefined()
  expect(await findKeptPlace(toId(1))).toEqual(place)
})

test('without traces no place is kept', async () => {
  changeSettings({ traces: 'none' })
  await keepPlace(toId(6), place)
  changeSettings({ traces: 'keep' })
  expect(await findKeptPlace(toId(6))).toBeUndefined()
})
