import { isSourceElement, type SourceElement, type SourceNode } from '../source/source-html.ts'
import { makeSourceElement } from './source-nodes.ts'

/**
 * Puts each reading behind its base: older pages list the bases (`rb`) first and then their readings. A second line of
 * readings (`rtc`) goes around the first, as ruby of the ruby.
 */
export function settleRuby(ruby: SourceElement): SourceNode[] | undefined {
  const bases = ruby.childNodes.filter((node) => isTag(node, 'rb'))
  const readings = ruby.childNodes.filter((node) => isTag(node, 'rt'))
  const outer = ruby.childNodes.filter((node) => isTag(node, 'rtc'))
  if (bases.length < 2 && outer.length === 0) return undefined
  const inside = bases.length < 2 ? others(ruby, outer) : pair(bases, readings)
  const inner = makeSourceElement('ruby', {}, inside)
  inner.parentNode = ruby.parentNode
  inner.attrs = ruby.attrs
  if (outer.length === 0) return [inner]
  const around = outer.map((node) =>
    makeSourceElement('rt', {}, isSourceElement(node) ? node.childNodes.flatMap(unwrap) : []),
  )
  const whole = makeSourceElement('ruby', {}, [inner, ...around])
  whole.parentNode = ruby.parentNode
  return [whole]
}

function isTag(node: SourceNode, name: string): boolean {
  return isSourceElement(node) && node.tagName === name
}

function others(ruby: SourceElement, left: readonly SourceNode[]): SourceNode[] {
  return ruby.childNodes.filter((node) => !left.includes(node))
}

/** Readings beyond the last base belong to it. */
function pair(bases: readonly SourceNode[], readings: readonly SourceNode[]): SourceNode[] {
  return bases.flatMap((base, at) => {
    const isLast = at === bases.length - 1
    return [base, ...readings.slice(at, isLast ? undefined : at + 1)]
  })
}

function unwrap(node: SourceNode): SourceNode[] {
  return isSourceElement(node) && node.tagName === 'rt' ? node.childNodes : [node]
}
