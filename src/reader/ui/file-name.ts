/** Most characters of a name; with the day and the ending it fits everywhere. */
const mostCharacters = 80

/**
 * Name for a file that holds a view: the view's name without signs that a file system forbids, the day, the ending.
 * @param day - `YYYY-MM-DD`.
 */
export function toFileName(viewName: string, day: string, extension: string): string {
  const plain = viewName.replace(/[\\/:*?"<>|\p{C}\s]+/gu, ' ').trim()
  // A leading dot hides a file.
  const short = Array.from(plain.replace(/^[. ]+/, ''))
    .slice(0, mostCharacters)
    .join('')
    .trim()
  return `${[short, day].filter((part) => part !== '').join(' ')}.${extension}`
}
