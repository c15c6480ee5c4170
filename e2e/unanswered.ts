/**
 * Forgets what a browser complains of where a journey stops its host: every request that nobody answers. `mark` is how these
 * complaints begin.
 */
export function forgetUnanswered(complaints: string[], mark = 'Failed to load resource'): void {
  const others = complaints.filter((text) => !text.startsWith(mark))
  complaints.splice(0, complaints.length, ...others)
}
