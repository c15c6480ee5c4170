// In place of `data/kept/note-read.ts`.

export function noteRead(): void {
  // A lifeboat holds what it shows.
}
