import { createContext } from 'react-router'
import type { App } from '#kernel/app'

/** The application of this request: how a loader or an action reaches the server. */
export const app = createContext<App>()

/** What a page may have to say about its own request. */
export type RequestFacts = {
  /** name of this request in the logs; people read it out when something broke */
  incident: string
  /** tells the log of a fault of ours */
  report: (error: unknown) => void
}
export const request = createContext<RequestFacts>()

/** The nonce of this page's content security policy. */
export const nonce = createContext('')
