/** A number with what it counts: `1 post`, `2 posts`, `2 copies`. */
export function toCountText(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
