/** The members of a list, the last one first. */
export function* newestFirst<Member>(list: readonly Member[]): Generator<Member> {
  for (let at = list.length - 1; at >= 0; at--) {
    const member = list[at]
    if (member !== undefined) yield member
  }
}
