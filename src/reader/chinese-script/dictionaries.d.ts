/** OpenCC dictionaries as opencc-js packs them: `一丝 一絲|丝 絲`. */
declare module 'opencc-js/dict/*' {
  const entries: string
  export default entries
}
