import { createMemoryRouter } from 'react-router-dom'
import { expect, test } from 'vitest'
import { drawSamePageAtOnce } from './draw-at-once.ts'

/** How each state of a navigation is to be drawn. */
async function follow(target: string, loadMs: number): Promise<string[]> {
  const loader = async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, loadMs)
    })
    return null
  }
  const router = drawSamePageAtOnce(
    createMemoryRouter([
      { path: '/', loader },
      { path: '/posts/:id', loader },
    ]),
  )
  const drawn: string[] = []
  await new Promise<void>((resolve) => {
    const stop = router.subscribe(({ initialized, navigation }) => {
      if (initialized && navigation.state === 'idle') resolve()
      if (initialized) stop()
    })
    router.initialize()
  })
  router.subscribe(({ navigation }, { flushSync }) => {
    drawn.push(`${navigation.state} ${flushSync ? 'at once' : 'in slices'}`)
  })
  await router.navigate(target)
  router.dispose()
  return drawn
}

test.each([
  ['another list of the same page', '/?q=tea', 0, ['idle at once']],
  ['one that keeps the reader waiting', '/?q=tea', 250, ['loading in slices', 'idle at once']],
  ['another page', '/posts/1', 0, ['loading in slices', 'idle in slices']],
])('%s', async (_, target, loadMs, drawn) => {
  expect(await follow(target, loadMs)).toEqual(drawn)
})
