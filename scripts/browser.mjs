// Which browser the tests use. Built-in modules only.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

// The shell first: the same engine without the windows of a desktop. A context of the whole browser takes 0,8 s of processor, one of the shell 0,2 s.
const names = ['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe']

/** The program of a Chromium or Chrome on this machine, CHROME first; undefined when there is none. */
export function findBrowser() {
  if (process.env.CHROME) return existsSync(process.env.CHROME) ? process.env.CHROME : undefined
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...elsewhere].find((path) => existsSync(path))
}
