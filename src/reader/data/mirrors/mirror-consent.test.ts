import { describe, expect, test } from 'vitest'
import {
  agreedMirrors,
  parseAgreedMirrors,
  rememberAgreed,
} from '#reader/storage/agreed-mirrors.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { MirrorConsent } from './mirror-consent.ts'

const [b, c] = ['https://b.example/', 'https://c.example/'] as const
const waiting = () => new AbortController().signal

function open(mirrors: readonly string[], first: readonly string[] = []) {
  let agreed = first
  let hear: (() => void) | undefined
  const remembered: [mirrors: readonly string[], isAgreed: boolean][] = []
  const store = {
    read: () => agreed,
    subscribe: (listener: () => void) => {
      hear = listener
      return () => {}
    },
    remember: (...now: (typeof remembered)[number]) => remembered.push(now),
  }
  /** As another window or the list of what is stored does. */
  const change = (mirrorsNow: readonly string[]) => {
    agreed = mirrorsNow
    hear?.()
  }
  return { consent: new MirrorConsent(mirrors, store), remembered, change }
}

describe('a consent', () => {
  test('holds for the mirrors that were agreed to, and not for those that came later', () => {
    expect(open([b], [b, c]).consent.read()).toBe('given')
    expect(open([b, c], [b]).consent.read()).toBe('open')
  })

  test('is asked for once, for all who wait, and remembered', async () => {
    const { consent, remembered } = open([b])
    const both = Promise.all([consent.ask(waiting()), consent.ask(waiting())])
    expect(consent.read()).toBe('asked')
    consent.answer(true)
    expect(await both).toEqual([true, true])
    expect(await consent.ask(waiting())).toBe(true)
    expect(remembered).toEqual([[[b], true]])
  })

  test('A11 goes with what is remembered of it, wherever that is removed', async () => {
    const { consent, change } = open([b], [b])
    change([b, c])
    expect(consent.read()).toBe('given')
    change([])
    expect(consent.read()).toBe('open')
    const leaving = new AbortController()
    const asked = consent.ask(leaving.signal)
    expect(consent.read()).toBe('asked')
    leaving.abort()
    expect(await asked).toBe(false)
  })

  test('is taken back: nothing stays remembered', async () => {
    const { consent, remembered } = open([b], [b])
    consent.answer(false)
    expect(await consent.ask(waiting())).toBe(false)
    expect(remembered).toEqual([[[b], false]])
  })

  test('is not asked for any more when all who waited have left, and can be asked for again', async () => {
    const { consent } = open([b])
    const [one, other] = [new AbortController(), new AbortController()]
    const both = Promise.all([consent.ask(one.signal), consent.ask(other.signal)])
    one.abort()
    expect(consent.read()).toBe('asked')
    other.abort()
    expect(await both).toEqual([false, false])
    expect(consent.read()).toBe('open')
    void consent.ask(waiting())
    expect(consent.read()).toBe('asked')
  })
})

test.each([
  [null, []],
  ['', []],
  ['{"a":1}', []],
  ['["https://b.example/"]', [b]],
  ['["http://b.example/"]', []],
  ['["https://b.example/", 7]', []],
])('what is stored as %s is %j', (stored, agreed) => {
  expect(parseAgreedMirrors(stored)).toEqual(agreed)
})

test('what is said of the mirrors of one site leaves those of others on the same host', () => {
  rememberAgreed([b], true)
  rememberAgreed([c], true)
  expect(agreedMirrors.read()).toEqual([c, b])
  rememberAgreed([c], false)
  expect(agreedMirrors.read()).toEqual([b])
})

test('nothing is remembered where no traces are to stay', () => {
  settingsStore.write({ ...settingsStore.read(), traces: 'none' })
  rememberAgreed([c], true)
  expect(agreedMirrors.read()).not.toContain(c)
})
