import * as v from 'valibot'

/** A file of the site does not have the shape this version expects. The message names the file and the field. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
}

/**
 * Parses unknown JSON into a known shape.
 * @throws ContractError naming the shape, the path of the first invalid field and what was expected.
 */
export function parseShape<T>(shape: v.GenericSchema<unknown, T>, what: string, value: unknown): T {
  const result = v.safeParse(shape, value, { abortEarly: true })
  if (result.success) return result.output
  const issue = result.issues[0]
  const path = v.getDotPath(issue)
  throw new ContractError(
    `${what}${path === null ? '' : `: ${path}`}: expected ${issue.expected ?? 'another value'}, found ${issue.received}`,
  )
}
