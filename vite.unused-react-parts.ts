import type { Plugin } from 'vite'

/** What react-dom offers beside its client, and nothing here uses: mostly hints for files that its server rendering would load. */
const unusedDomParts = [
  'browser',
  'createPortal',
  'preconnect',
  'prefetchDNS',
  'preinit',
  'preinitModule',
  'preload',
  'preloadModule',
  'requestFormReset',
  'unstable_batchedUpdates',
  'useFormState',
  'useFormStatus',
]

/** A CommonJS module is kept whole by the bundler: its unused functions are taken out of the source. */
function dropUnusedDomParts(): Plugin {
  return {
    name: 'broadsheet:drop-unused-dom-parts',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/react-dom/cjs/react-dom.production.js')) return undefined
      let rest = code
      for (const name of unusedDomParts) {
        const part = new RegExp(`^exports\\.${name} = function \\([\\s\\S]*?^\\};$`, 'm')
        if (!part.test(rest)) throw new Error(`react-dom has no ${name} any more`)
        rest = rest.replace(part, '')
      }
      return { code: rest, map: null }
    },
  }
}

/** Walks that do nothing in a page without the components they look for: view transitions. */
const idleClientParts = [
  'commitAppearingPairViewTransitions',
  'commitDeletedPairViewTransitions',
  'commitEnterViewTransitions',
  'commitExitViewTransitions',
  'commitNestedViewTransitions',
  'measureNestedViewTransitions',
  'restoreEnterOrExitViewTransitions',
  'restoreNestedViewTransitions',
  'restorePairedViewTransitions',
]

/**
 * Parts of react-dom's client that only other features lead to: view transitions, hydration of parts, lists of suspense, activities,
 * actions of forms, stylesheets and scripts that components ask for. Who takes one of these up takes it out of here.
 */
const unusedClientParts = [
  'acquireResource',
  'adoptPreloadPropsForStylesheet',
  'applyViewTransitionName',
  'applyViewTransitionToHostInstancesRecursive',
  'attemptExplicitHydrationTarget',
  'canHydrateInstance',
  'dispatchActionState',
  'insertStylesheet',
  'insertStylesheetIntoRoot',
  'insertSuspendedStylesheets',
  'measureViewTransitionHostInstancesRecursive',
  'mountActionState',
  'preinitModuleScript',
  'preinitScript',
  'preinitStyle',
  'preload',
  'preloadModule',
  'preloadStylesheet',
  'prepareToHydrateHostInstance',
  'rerenderActionState',
  'restoreViewTransitionName',
  'restoreViewTransitionOnHostInstances',
  'runActionStateAction',
  'startViewTransition',
  'suspendResource',
  'updateActionStateImpl',
  'updateActivityComponent',
  'updateDehydratedSuspenseComponent',
  'updateSuspenseListComponent',
]

/** Bodies of functions of react-dom's client that stand in the place of its own. */
const clientBodies: ReadonlyMap<string, string> = new Map([
  ...idleClientParts.map((name) => [name, ''] as const),
  // It fails aloud where it is used all the same.
  ...unusedClientParts.map((name) => [name, `throw Error('${name} is left out')`] as const),
  // Of what belongs into the head, components write links to feeds alone, which are no resource.
  ['getResource', 'return null'],
  // React writes the stack of components into each error that a boundary catches, and calls components once more for it. Nothing
  // here reads it.
  ['getStackByFiberInDevAndProd', 'return ""'],
])

function shortenClientParts(): Plugin {
  return {
    name: 'broadsheet:shorten-client-parts',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/react-dom/cjs/react-dom-client.production.js')) return undefined
      let rest = code
      for (const [name, body] of clientBodies) {
        const part = new RegExp(`(?<=^function ${name}\\([^)]*\\) \\{\\n)[\\s\\S]*?(?=^\\}$)`, 'm')
        if (!part.test(rest)) throw new Error(`react-dom has no ${name} any more`)
        rest = rest.replace(part, `${body}\n`)
      }
      return { code: rest, map: null }
    },
  }
}

/** Leaves out of react-dom what nothing here uses: its modules are CommonJS, which the bundler keeps whole. */
export function leaveOutReactParts(): Plugin[] {
  return [dropUnusedDomParts(), shortenClientParts()]
}
