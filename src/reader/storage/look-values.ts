/**
 * The values of each setting that only style sheets or code that is loaded later read, in the order they are offered; the
 * first script does not need them.
 */
export const lookValues = {
  contrast: ['system', 'more'],
  // Sizes with names were stored before there were others.
  textSize: [
    '80',
    '85',
    'small',
    '95',
    'medium',
    '106',
    'large',
    '120',
    'larger',
    '145',
    '160',
    '180',
  ],
  measure: ['shortest', 'narrow', 'medium', 'wide', 'widest'],
  lineHeight: ['tight', 'medium', 'loose', 'looser'],
  typeface: ['serif', 'sans', 'own'],
  justify: ['auto', 'on', 'off'],
  hyphens: ['off', 'on'],
  density: ['dense', 'medium', 'airy'],
  markRead: ['never', 'opened', 'finished'],
} as const
