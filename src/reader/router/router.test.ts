// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { makeMemoryHistory } from '#reader/testing/memory-history.ts'
import { toPath } from './location.ts'
import { redirect, Router, type Load } from './router.ts'

const elements = { element: null, errorElement: null }

interface Loads {
  layout?: Load
  list?: Load
  post?: Load
  /** Queries of lists that are there already. */
  cached?: readonly string[]
}

/** A router with a list, posts and addresses that lead elsewhere; notes what it loads and what it tells. */
async function open(paths: readonly string[], loads: Loads = {}) {
  const history = makeMemoryHistory(...paths)
  const loaded: string[] = []
  const noting =
    (load: Load = () => null): Load =>
    (args) => {
      loaded.push(args.url.pathname + args.url.search)
      return load(args)
    }
  let hasLayout = false
  const router = new Router({
    history,
    layout: {
      ...elements,
      load: async (args) => {
        await loads.layout?.(args)
        hasLayout = true
      },
      isLoaded: () => hasLayout,
    },
    routes: [
      {
        ...elements,
        pattern: '/',
        load: noting(loads.list),
        isLoaded: ({ search }) => loads.cached?.includes(search) === true,
      },
      { ...elements, pattern: '/posts/:id', load: noting(loads.post) },
      { ...elements, pattern: '*', load: noting(() => redirect('/?tag=moved')) },
    ],
  })
  await router.start()
  loaded.length = 0
  const told: string[] = []
  router.subscribe(({ location, next }, { atOnce }) => {
    const what = next === undefined ? toPath(location) : `to ${toPath(next)}`
    told.push(`${what}${atOnce ? ', at once' : ''}`)
  })
  return { router, history, loaded, told }
}

/** Something that a test lets happen when it likes. */
function makeGate() {
  const waiting: (() => void)[] = []
  const opened = new Promise<void>((resolve) => {
    waiting.push(resolve)
  })
  return { opened, pass: () => waiting[0]?.() }
}

describe('opening an address', () => {
  test('leaves history and page as they are until it has been loaded', async () => {
    const gate = makeGate()
    const { router, history, told } = await open(['/'], { post: () => gate.opened })
    const opening = router.navigate('/posts/x')
    expect(history.list()).toEqual(['/'])
    expect(told).toEqual(['to /posts/x'])
    gate.pass()
    await opening
    expect(history.list()).toEqual(['/', '/posts/x'])
    expect(told).toEqual(['to /posts/x', '/posts/x'])
    expect(router.state).toMatchObject({ type: 'PUSH', next: undefined, failure: undefined })
  })

  test.each([
    ['another list on the same page', '/?q=tea', ['to /?q=tea', '/?q=tea, at once']],
    ['another page', '/posts/1', ['to /posts/1', '/posts/1']],
    ['a list that is there', '/?tag=a', ['/?tag=a']],
    ['a place on the same page', '/#end', ['/#end']],
  ])('tells of %s', async (_, path, expected) => {
    const { router, told } = await open(['/'], { cached: ['?tag=a'] })
    await router.navigate(path)
    expect(told).toEqual(expected)
  })

  test.each([
    ['to load', '/posts/1', ['to /posts/1, at once', '/posts/1']],
    ['with nothing to load', '/?tag=a', ['/?tag=a, at once']],
  ])('is drawn at once on demand: %s', async (_, path, expected) => {
    const { router, told } = await open(['/'], { cached: ['?tag=a'] })
    await router.navigate(path, { flushSync: true })
    expect(told).toEqual(expected)
  })

  test('replaces the history entry on demand, and keeps its state', async () => {
    const { router, history } = await open(['/', '/posts/a'])
    const state = { list: 'tag=a' }
    await router.navigate({ pathname: '/posts/b', search: '?compare=c' }, { replace: true, state })
    expect(history.list()).toEqual(['/', '/posts/b?compare=c'])
    expect(history.read()).toMatchObject({ state })
    expect(router.state).toMatchObject({ type: 'REPLACE', location: { state } })
  })

  test('gives up what is still loading', async () => {
    const gate = makeGate()
    const { router, history, told } = await open(['/'], {
      post: ({ params }) => params['id'] === 'slow' && gate.opened,
    })
    const slow = router.navigate('/posts/slow')
    await router.navigate('/posts/quick')
    gate.pass()
    await slow
    expect(history.list()).toEqual(['/', '/posts/quick'])
    expect(told.at(-1)).toBe('/posts/quick')
  })

  test('loads the same address again when it is opened again', async () => {
    const { router, loaded } = await open(['/posts/a'])
    await router.navigate('/posts/a', { replace: true })
    expect(loaded).toEqual(['/posts/a'])
  })

  test.each([
    ['a new entry', 'PUSH', ['/', '/?tag=moved']],
    ['the same entry', 'REPLACE', ['/?tag=moved']],
  ] as const)('follows a redirect in %s', async (_, type, entries) => {
    const { router, history } = await open(['/'])
    await router.navigate('/browse/tag/moved', { replace: type === 'REPLACE' })
    expect(history.list()).toEqual(entries)
    expect(router.state.type).toBe(type)
  })

  test('leaves no entry behind that leads away', async () => {
    const { history } = await open(['/posts/a', '/2019/05/06/rain'])
    expect(history.list()).toEqual(['/posts/a', '/?tag=moved'])
  })
})

describe('going back', () => {
  test('shows the entry and makes none', async () => {
    const { router, history, told } = await open(['/?tag=a', '/posts/a'])
    await router.navigate(-1)
    await expect.poll(() => told.at(-1)).toBe('/?tag=a')
    expect(router.state.type).toBe('POP')
    expect(history.list()).toEqual(['/?tag=a', '/posts/a'])
  })

  test('loads nothing for a fragment that somebody has typed', async () => {
    const { history, told, loaded } = await open(['/posts/a'])
    history.jump('/posts/a#end')
    expect(told).toEqual(['/posts/a#end'])
    expect(loaded).toEqual([])
  })

  test('tells what is left before anything changes', async () => {
    const { router } = await open(['/posts/a'])
    const left: string[] = []
    router.onLeave((location) => left.push(toPath(location), toPath(router.state.location)))
    await router.navigate('/')
    expect(left).toEqual(['/posts/a', '/posts/a'])
  })
})

describe('S24 an address that cannot be loaded', () => {
  const gone = new Error('gone')
  const fail = () => {
    throw gone
  }

  test('S24 is shown with its failure, and loaded again when it is opened again', async () => {
    let isGone = true
    const { router, history } = await open(['/'], { post: () => isGone && fail() })
    await router.navigate('/posts/a')
    expect(router.state.failure).toEqual({ part: 'page', error: gone })
    expect(history.list()).toEqual(['/', '/posts/a'])
    isGone = false
    await router.navigate(router.state.location, { replace: true })
    expect(router.state.failure).toBeUndefined()
  })

  test('S24 is loaded again although its data are there', async () => {
    let isGone = false
    const cached = ['?tag=a']
    const { router, loaded } = await open(['/'], { cached, list: () => isGone && fail() })
    isGone = true
    await router.navigate('/?tag=b')
    isGone = false
    await router.navigate('/?tag=a')
    expect(loaded).toEqual(['/?tag=b', '/?tag=a'])
    expect(router.state.failure).toBeUndefined()
  })

  test('S24 fails as a whole when the layout has nothing to show', async () => {
    const { router } = await open(['/'], { layout: fail, list: fail })
    expect(router.state.failure).toEqual({ part: 'layout', error: gone })
  })
})

test.each([
  ['/posts/a', 'a'],
  ['/Posts/a/', 'a'],
  ['/posts/%E8%8C%B6', '茶'],
  ['/posts/%E8', '%E8'],
  ['/posts/a%2Fb', undefined],
  ['/posts/a/b', undefined],
  ['//other.example/posts/a', undefined],
])('the post of %s is %s', async (path, id) => {
  const ids: (string | undefined)[] = []
  const { router, history } = await open(['/'], { post: ({ params }) => ids.push(params['id']) })
  await router.navigate(path)
  expect(ids).toEqual(id === undefined ? [] : [id])
  expect(history.list()[1] === '/?tag=moved').toBe(id === undefined)
})

test('a reload loads the data of the page again and changes nothing else', async () => {
  const { router, history, loaded, told } = await open(['/?q=tea'])
  const { location } = router.state
  await router.reload()
  expect(loaded).toEqual(['/?q=tea'])
  expect(told).toEqual(['/?q=tea'])
  expect(router.state.location).toBe(location)
  expect(history.list()).toEqual(['/?q=tea'])
})
