// The part of sharp that this project uses. It is an optional dependency, and types must check without it.
declare module 'sharp' {
  export interface Options {
    animated?: boolean
    failOn?: 'none' | 'truncated' | 'error' | 'warning'
    limitInputPixels?: number
  }

  export interface Sharp {
    autoOrient(): Sharp
    resize(options: { width: number; withoutEnlargement: boolean }): Sharp
    png(): Sharp
    webp(options: { quality: number }): Sharp
    timeout(options: { seconds: number }): Sharp
    toBuffer(): Promise<Buffer>
  }

  interface SharpModule {
    (bytes: Buffer, options?: Options): Sharp
    cache(isOn: boolean): void
    concurrency(threads: number): void
  }

  const sharp: SharpModule
  export default sharp
}
