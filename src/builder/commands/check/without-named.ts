/**
 * Faults of files that no other fault is about: of one damage one sentence is enough, and the first says more. A fault is
 * about what stands before its colon; files that it only mentions may be damaged in another way.
 */
export function withoutNamed(faults: readonly string[], others: readonly string[]): string[] {
  const named = new Set(others.flatMap((fault) => toSubject(fault).split(' and ')))
  return faults.filter((fault) => !named.has(toSubject(fault)))
}

function toSubject(fault: string): string {
  const end = fault.indexOf(': ')
  return end < 0 ? fault : fault.slice(0, end)
}
