import { parseSync } from 'vite'
import type { YoungNames } from './young-names.ts'

interface Node {
  type: string
  [field: string]: unknown
}

// A regular expression that does not parse ends the whole file. Safari reads lookbehind since 16.4, just the floor, sets since 17.
const youngPattern = /\(\?<[=!]|\(\?[imx-]+:/
const youngFlags = /v/

/** Lists what a built script uses that some engine of the floor lacks. */
export function findScriptFaults(code: string, young: YoungNames): string[] {
  const { program, errors } = parseSync('built.js', code)
  if (errors.length > 0)
    throw new Error(`the built script does not parse: ${errors[0]?.message ?? ''}`)
  const faults = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const part of value) visit(part)
      return
    }
    if (typeof value !== 'object' || value === null || !('type' in value)) return
    const node = value as Node
    for (const fault of judge(node, young)) faults.add(fault)
    for (const field of Object.values(node)) visit(field)
  }
  visit(program)
  return [...faults].toSorted()
}

function judge(node: Node, young: YoungNames): string[] {
  if (node.type === 'Literal') return judgePattern(node)
  if (node.type === 'CallExpression') return judgeCall(node, young)
  if (node.type === 'MemberExpression' && node['computed'] === false) {
    const name = toName(node['property'])
    if (young.statics.get(toName(node['object']))?.has(name) === true) {
      return [`${toName(node['object'])}.${name}`]
    }
    return young.members.has(name) ? [name] : []
  }
  if (node.type === 'NewExpression') {
    const name = toName(node['callee'])
    return young.members.has(name) ? [name] : []
  }
  return youngSyntax.has(node.type) ? [node.type] : []
}

function judgePattern(node: Node): string[] {
  const { regex } = node as { regex?: { pattern: string; flags: string } }
  if (regex === undefined) return []
  const { pattern, flags } = regex
  return youngPattern.test(pattern) || youngFlags.test(flags) ? [`/${pattern}/${flags}`] : []
}

/** The event that a call listens to, when it is young. */
function judgeCall(node: Node, { events }: YoungNames): string[] {
  const { property, name } = Object(node['callee']) as { property?: unknown; name?: unknown }
  if (name !== 'addEventListener' && toName(property) !== 'addEventListener') return []
  const [event] = node['arguments'] as { value?: unknown }[]
  return typeof event?.value === 'string' && events.has(event.value) ? [`'${event.value}'`] : []
}

// Everything else of the years since is lowered by the build tool.
const youngSyntax = new Set(['ImportAttribute', 'AccessorProperty', 'Decorator'])

function toName(node: unknown): string {
  const { type, name } = Object(node) as Node & { name?: unknown }
  return type === 'Identifier' && typeof name === 'string' ? name : ''
}
