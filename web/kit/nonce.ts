import { createContext } from 'react'

/** The page's CSP nonce. Only the server knows it: the browser hides it from scripts, so it is '' there. */
export const Nonce = createContext('')
