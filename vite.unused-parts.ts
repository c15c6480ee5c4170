import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { leaveOutReactParts } from './vite.unused-react-parts.ts'

export const reactRouter = fileURLToPath(
  new URL('node_modules/react-router/dist/production/', import.meta.url),
)

/** Exports of TanStack Query that its client names and that nothing here uses. */
const unusedQueryParts: Readonly<Record<string, readonly string[]>> = {
  './infiniteQueryBehavior.js': ['infiniteQueryBehavior', 'hasNextPage', 'hasPreviousPage'],
  './mutation.js': ['Mutation', 'getDefaultState'],
}

/**
 * Modules of TanStack Query that do the same with less: the client makes a cache of mutations and asks it, and nothing is
 * ever written to a host here; timers may be replaced, and here they are the browser's own.
 */
const shorterQueryParts: Readonly<Record<string, string>> = {
  './mutationCache.js': `export class MutationCache {
  resumePausedMutations() { return Promise.resolve() }
  clear() {}
}`,
  './timeoutManager.js': `export const timeoutManager = globalThis
export function systemSetTimeoutZero(callback) { setTimeout(callback, 0) }`,
}

/** Parts of packages that a build has to find. */
interface SoughtParts {
  find: (name: string) => void
  /** Ends a build that has not found all of them: what is sought in vain would come along unseen. */
  buildEnd: (error?: Error) => void
}

function seekParts(names: Iterable<string>): SoughtParts {
  const missing = new Set(names)
  return {
    find: (name) => void missing.delete(name),
    buildEnd(error) {
      if (error !== undefined || missing.size === 0) return
      const list = [...missing].join(', ')
      throw new Error(`parts to leave out are not there any more: ${list} (vite.unused-parts.ts)`)
    },
  }
}

/** Leaves out what no bundler can: the client would use it if it were asked to. */
function leaveOutQueryParts(): Plugin {
  const mark = '\0unused-query-part:'
  const { find, buildEnd } = seekParts([
    ...Object.keys(unusedQueryParts),
    ...Object.keys(shorterQueryParts),
  ])
  return {
    name: 'broadsheet:leave-out-query-parts',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      const isUnused = source in unusedQueryParts || source in shorterQueryParts
      const isPart = isUnused && importer?.includes('/@tanstack/query-core/')
      if (isPart !== true) return undefined
      find(source)
      return mark + source
    },
    load(id) {
      if (!id.startsWith(mark)) return undefined
      const source = id.slice(mark.length)
      const names = unusedQueryParts[source] ?? []
      const parts = names.map(
        (name) =>
          `export function ${name}() { throw new Error('${name}: see vite.unused-parts.ts') }`,
      )
      return shorterQueryParts[source] ?? parts.join('\n')
    },
    buildEnd,
  }
}

const pure = '= /* @__PURE__ */ '

/** By what they are: parts of React Router's code, and what stands in their place. */
const unusedRouterParts: Readonly<Record<string, { part: RegExp; instead?: string }>> = {
  'forwardRef, memo and createContext': {
    part: /= (?=\w+\.(?:forwardRef|memo|createContext)\()/g,
    instead: pure,
  },
  'new URL and Set': { part: /= (?=new (?:URL|Set)\()/g, instead: pure },
  getOwnPropertyNames: { part: /= (?=Object\.getOwnPropertyNames\()/g, instead: pure },
  displayName: { part: /^\w+\.displayName = "?\w+"?;$/gm },
  contextType: { part: /^\w+\.contextType = "?\w+"?;$/gm },
  'its version': {
    part: /^try \{\n {2}if \(isBrowser\d*\) \{\n {4}window\.__reactRouterVersion[^}]*\}\n\} catch \(e\) \{\n\}$/gm,
  },
  'its warnings': { part: /(?<=^function warning\(cond, message\) \{\n)[\s\S]*?(?=^\})/gm },
}

/**
 * Lets the bundler drop what nothing here uses of React Router, such as forms and its own error boundary: their names for developer
 * tools and their contexts are assignments, and the calls that make them are not marked as free of effects. Its warnings are for who
 * writes routes: they stand in the code of its development build, with their words.
 */
function dropUnusedRouterParts(): Plugin {
  const { find, buildEnd } = seekParts(Object.keys(unusedRouterParts))
  return {
    name: 'broadsheet:drop-unused-router-parts',
    apply: 'build',
    transform(code, id) {
      if (!id.startsWith(reactRouter)) return undefined
      let rest = code
      for (const [name, { part, instead = '' }] of Object.entries(unusedRouterParts)) {
        const without = rest.replaceAll(part, instead)
        if (without !== rest) find(name)
        rest = without
      }
      return { code: rest, map: null }
    },
    buildEnd,
  }
}

/** Leaves out of packages what nothing here uses and no bundler drops by itself. */
export function leaveOutUnusedParts(): Plugin[] {
  return [leaveOutQueryParts(), dropUnusedRouterParts(), ...leaveOutReactParts()]
}
