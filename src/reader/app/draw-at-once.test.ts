import { createMemoryRouter } from 'react-router-dom'
import { expect, test } from 'vitest'
import { drawSamePageAtOnce } from './draw-at-once.ts'

const loader = () => Promise.resolve(null)

/** How the router asks to render each state of a navigation. */
async function follow(target: string): Promise<string[]> {
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
  ['another list of the same page', '/?q=tea', ['loading in slices', 'idle at once']],
  ['another page', '/posts/1', ['loading in slices', 'idle in slices']],
])('%s', async (_, target, drawn) => {
  expect(await follow(target)).toEqual(drawn)
})
