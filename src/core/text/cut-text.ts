/** Text in one line and of a bounded length, in characters; what is cut is cut between them. */
export function cutText(text: string, longest: number): string {
  return Array.from(text.replaceAll(/\s+/gu, ' ').trim()).slice(0, longest).join('').trim()
}
