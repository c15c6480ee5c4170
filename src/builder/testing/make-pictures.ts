// For tests: real pictures of a few bytes, and headers that claim more than there is.

const samples = {
  jpg: '/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAADAAUDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJAAnHX/2Q==',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAUAAAADCAIAAADUVFKvAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEElEQVQImWMwTpuJjBgI8AGolRHv702KXQAAAABJRU5ErkJggg==',
  gif: 'R0lGODlhBQADAIAAAExpcTNmmSH5BAUAAAAALAAAAAAFAAMAAAIDjI9ZADs=',
  webp: 'UklGRjgAAABXRUJQVlA4ICwAAADwAQCdASoFAAMAAUAmJaACdLoB+AAETAAA/u+9V/43bjDfgu/33oDeBgAAAA==',
  webpLossless: 'UklGRh4AAABXRUJQVlA4TBEAAAAvBIAAAAdQs840s/+BiOh/AAA=',
  webpExtended:
    'UklGRkgAAABXRUJQVlA4WAoAAAAQAAAABAAAAgAAQUxQSAoAAAABB1DAiAhERP8DVlA4IBgAAAAwAQCdASoFAAMAAUAmJaQAA3AA/v0gUAA=',
  avif: 'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAACQAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAUAAAADAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAsbWRhdBIACgg4CGTSAhoNIDIWGUJjBMAANAAAkEDJHGFXT4s2J5G9gA==',
} as const

/** Formats of the sample pictures; each is five pixels wide and three high. */
export const sampleNames = Object.keys(samples) as (keyof typeof samples)[]

/** A real picture. */
export function makePicture(name: keyof typeof samples): Buffer {
  return Buffer.from(samples[name], 'base64')
}

/** A PNG with one chunk more before its last one. */
function insertChunk(png: Buffer, content: string): Buffer {
  const data = Buffer.from(content)
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length)
  chunk.write('IDAT', 4)
  data.copy(chunk, 8)
  return Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12)])
}

/** A truncated PNG whose header claims a size; `mark` makes its bytes unique. */
export function makePngHead(width: number, height: number, mark = ''): Buffer {
  const bytes = insertChunk(makePicture('png'), mark)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
