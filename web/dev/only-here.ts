import { data, type RouterContextProvider } from 'react-router'
import type { App } from '#kernel/app'
import * as keys from '../context.ts'

/**
 * The application for a page below /dev; 404 outside of a demonstration. Every loader and action asks for it here: loaders of one address
 * run side by side and actions before them, so that a frame alone would let them through.
 */
export function demonstrationApp(context: Readonly<RouterContextProvider>): App {
  const app = context.get(keys.app)
  if (app.page.mode !== 'demonstration') throw data({ code: 'not_found', status: 404 }, { status: 404, statusText: 'not_found' })
  return app
}
