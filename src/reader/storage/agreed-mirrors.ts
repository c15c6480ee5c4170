import * as v from 'valibot'
import { isMirrorAddress } from '#contract/mirror-address.ts'
import { buildLocalStore } from './local-store.ts'
import { settingsStore } from './settings-store.ts'

/** Sites of one host share what is stored. */
const mostAgreed = 64

const agreedShape = v.pipe(
  v.array(v.pipe(v.string(), v.check(isMirrorAddress))),
  v.maxLength(mostAgreed),
)

/** Parses what is stored; anything broken is nothing agreed to. */
export function parseAgreedMirrors(stored: string | null): readonly string[] {
  try {
    const result = v.safeParse(agreedShape, JSON.parse(stored ?? '[]'))
    return result.success ? result.output : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** Addresses of the mirrors that somebody has agreed to ask, on this device. */
export const agreedMirrors = buildLocalStore<readonly string[]>({
  key: 'broadsheet.mirrors',
  parse: parseAgreedMirrors,
  format: (mirrors) => (mirrors.length === 0 ? undefined : JSON.stringify(mirrors)),
})

/** Remembers whether somebody has agreed to some mirrors, where anything may be remembered; what is said of others stays. */
export function rememberAgreed(mirrors: readonly string[], isAgreed: boolean): void {
  if (settingsStore.read().traces === 'none') return
  const others = agreedMirrors.read().filter((other) => !mirrors.includes(other))
  agreedMirrors.write(isAgreed ? [...mirrors, ...others].slice(0, mostAgreed) : others)
}
