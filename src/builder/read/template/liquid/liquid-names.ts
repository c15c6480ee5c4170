/** Tags that the engine runs; those that read other files are not among them. */
export const liquidTags: ReadonlySet<string> = new Set(
  'assign break capture case comment continue cycle decrement echo else elsif for if increment liquid raw tablerow unless when'.split(
    ' ',
  ),
)

/** Tags that say for sure that a body is Liquid: Hexo and other programs have none of these. */
export const surelyLiquid =
  /\{%-?\s*(?:assign|capture|case|comment|elsif|for\s+\w+\s+in|highlight|if|include|include_relative|link|post_url|unless)(?:\s[^%]*)?-?%\}/
