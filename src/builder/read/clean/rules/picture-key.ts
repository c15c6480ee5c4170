/** Parts of a picture URL that only encode size, quality or a proxy: pattern and replacement. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/[?#].*$/s, ''],
  [/^https:\/\/i\d\.wp\.com\/(?=[^/]+\.[^/]+\/)/, 'https://'],
  // Sizes in URLs of WordPress, Drupal, Medium, Matters and Cloudflare.
  [/-(?:\d{2,5}x\d{2,5}|scaled)(?=\.\w{2,5}$)/, ''],
  [/(?<=\/sites\/[^/]+\/files\/)styles\/[^/]+\/public\//, ''],
  [
    /^https:\/\/(?:cdn-images-\d\.medium\.com|miro\.medium\.com)\/(?:[^/]+\/)*([^/]+)$/,
    'medium:$1',
  ],
  [
    /^https:\/\/(?:assets\.matters\.(?:news|town)|imagedelivery\.net)\/(?:[^/]+\/)*?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\b.*$/,
    'matters:$1',
  ],
]

/** Returns a key that is equal for all sizes and proxied forms of a picture. */
export function toPictureKey(url: string): string {
  let key = url
  for (const [form, rest] of forms) key = key.replace(form, rest)
  return key
}
