import type { Plugin } from 'vite'
import { expect, test } from 'vitest'
import { leaveOutUnusedParts, reactRouter } from '../vite.unused-parts.ts'
import { leaveOutReactParts } from '../vite.unused-react-parts.ts'

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

test.each([
  ['drop-unused-dom-parts', 'react-dom.production.js', 'browser'],
  ['shorten-client-parts', 'react-dom-client.production.js', 'commitAppearingPairViewTransitions'],
])('a build in which %s finds nothing fails', (name, file, missing) => {
  const plugin = leaveOutReactParts().find((one) => one.name.endsWith(name))
  const { transform } = plugin as Plugin & { transform: (code: string, id: string) => unknown }
  expect(() => transform('', `/node_modules/react-dom/cjs/${file}`)).toThrow(`no ${missing} any`)
})
