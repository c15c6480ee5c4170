const half = 2 ** 32

/** Hashes of more than 32 bits as twice as many numbers of at most 32. */
export function splitHalves(numbers: readonly number[]): number[] {
  return numbers.flatMap((number) => [Math.floor(number / half), number % half])
}

/** Inverse of `splitHalves`. */
export function joinHalves(halves: readonly number[]): number[] {
  const numbers: number[] = []
  for (let at = 0; at < halves.length; at += 2) {
    numbers.push((halves[at] ?? 0) * half + (halves[at + 1] ?? 0))
  }
  return numbers
}
