import type { Plugin } from 'vite'
import { expect, test } from 'vitest'
import { leaveOutUnusedParts, reactRouter } from '../vite.unused-parts.ts'

/** Ends a build in which the plugins have seen this code of React Router and nothing else. */
function endBuild(name: string, code: string): void {
  const plugin = leaveOutUnusedParts().find((one) => one.name.endsWith(name))
  const { transform, buildEnd } = plugin as Plugin & {
    transform?: (code: string, id: string) => unknown
    buildEnd: () => void
  }
  transform?.(code, `${reactRouter}index.mjs`)
  buildEnd()
}

test.each([
  ['leave-out-query-parts', '', './mutationCache.js'],
  ['drop-unused-router-parts', '', 'displayName'],
  ['drop-unused-router-parts', 'Router.displayName = "Router";', 'contextType'],
])('a build in which %s finds too little in %j fails', (name, code, missing) => {
  expect(() => endBuild(name, code)).toThrow(missing)
})
