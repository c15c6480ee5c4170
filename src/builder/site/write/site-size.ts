/** How large a published site is: all files in its folder, those of the build before that open pages may ask for included. */
export interface SiteSize {
  files: number
  bytes: number
  /** Prerendered pages of posts. */
  pages: number
  largest: { path: string; bytes: number }
}
