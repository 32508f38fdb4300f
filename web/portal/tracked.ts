/**
 * The code and the secret with which somebody looks at a dossier without signing in, kept in their browser for the few minutes of looking: the
 * page can then be loaded again, left and come back to, and read in the other language, and the secret stands in no address.
 */
const name = 'tinhso-track'
const seconds = 600

type Tracked = { code: string; secret: string }

const attributes = `Path=/tra-cuu; HttpOnly; SameSite=Lax`

export const keepTracked = (request: Request, { code, secret }: Tracked): string =>
  `${name}=${encodeURIComponent(`${code} ${secret.trim()}`)}; ${attributes}; Max-Age=${seconds}${new URL(request.url).protocol === 'https:' ? '; Secure' : ''}`

export const forgetTracked = `${name}=; ${attributes}; Max-Age=0`

/** What this browser looked at last; undefined when that is over. Whether it is true is the server's answer. */
export function trackedIn(request: Request): Tracked | undefined {
  const [, value] = new RegExp(`(?:^|;\\s*)${name}=([^;]+)`).exec(request.headers.get('cookie') ?? '') ?? []
  if (value === undefined) return undefined
  const [code = '', secret = ''] = decoded(value).split(' ')
  return code === '' || secret === '' ? undefined : { code, secret }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
