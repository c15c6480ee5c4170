// Runs in the head of every page before anything is painted. The bundler puts it into the page itself as a classic
// script, whose hash the Content-Security-Policy names: it needs no file, and so none can be late.
import { hideEarlyQuery } from './early-search.ts'
import { limitStyles } from './early-styles.ts'
import { showEarlyTheme } from './early-theme.ts'

hideEarlyQuery()
showEarlyTheme()
limitStyles()
