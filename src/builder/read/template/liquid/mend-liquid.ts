/** A body is read once for each mistake: at most so often, and so many characters in all. */
const mostMistakes = 40
const mostRead = 150_000

/** Stands for signs that are to be left as they are; from the private area, so no text needs it. */
const sign = '\uE002'
const waiting = /\uE002(\d+)\uE002/g

/** What was made of a source, and the first mistake in it, if there was one. */
export interface MendedLiquid {
  body: string
  fault?: string
}

/**
 * Runs Liquid that may hold mistakes: a tag that is wrong is left out, a wrong output stays as it is written, and the
 * rest is run.
 * @throws the error of `run` that no place in the source belongs to: a limit was reached, or there are too many mistakes.
 */
export function mendLiquid(source: string, run: (source: string) => string): MendedLiquid {
  const kept: string[] = []
  const restore = (text: string) => text.replace(waiting, (_, at: string) => kept[Number(at)] ?? '')
  const keep = (text: string) => `${sign}${kept.push(restore(text)) - 1}${sign}`
  let rest = source.replaceAll(sign, '')
  let fault: string | undefined
  const most = Math.min(mostMistakes, Math.floor(mostRead / Math.max(1, source.length)))
  for (let count = 0; ; count++) {
    try {
      return { body: restore(run(rest)), ...(fault === undefined ? {} : { fault }) }
    } catch (error) {
      const place = findMistake(error, rest)
      if (place === undefined || count >= most) throw error
      fault ??= error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : ''
      const { start, end, isOutput } = place
      const wrong = rest.slice(start, end)
      rest = rest.slice(0, start) + (isOutput ? keep(wrong) : '') + rest.slice(end)
    }
  }
}

interface Mistake {
  start: number
  end: number
  isOutput: boolean
}

/** The tag or output that an error of the parser is about; `undefined` for other errors. */
function findMistake(error: unknown, source: string): Mistake | undefined {
  if (!(error instanceof Error) || !/^(?:ParseError|TokenizationError)$/.test(error.name)) {
    return undefined
  }
  const token = 'token' in error ? (error.token as { begin?: unknown; input?: unknown }) : {}
  const { begin, input } = token
  if (typeof begin !== 'number' || input !== source) return undefined
  const start = Math.max(source.lastIndexOf('{{', begin), source.lastIndexOf('{%', begin))
  if (start === -1) return undefined
  const isOutput = source.startsWith('{{', start)
  const end = source.indexOf(isOutput ? '}}' : '%}', start)
  // Without an end only the two signs are text.
  return end === -1 ? { start, end: start + 2, isOutput: true } : { start, end: end + 2, isOutput }
}
