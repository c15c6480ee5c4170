/** SHA-256 of the search worker's script, 64 hexadecimal digits. Filled when the loader is built, see `vite.one-file.config.ts`. */
export const workerHash: string = ''
