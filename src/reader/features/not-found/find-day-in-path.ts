const dayPattern = /(?:^|\D)(\d{4})[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\d|3[01])(?!\d)/

/** Finds a day in an address and returns it as `YYYY-MM-DD`. */
export function findDayInPath(path: string): string | undefined {
  const match = dayPattern.exec(path)
  return match === null ? undefined : match.slice(1).join('-')
}
