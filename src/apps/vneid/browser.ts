type Cookie = { name: string; value: string; path: string }

/** What came back: where it was, and all of it as text. */
export type Page = { status: number; url: string; text: string; headers: Headers }

/** A browser without a screen and without scripts: keeps cookies by name and path, goes where it is sent, posts forms. */
export type Browser = {
  cookies: Cookie[]
  get(address: string): Promise<Page>
  /** as a form of the page at `address` would */
  post(address: string, fields: Record<string, string>): Promise<Page>
  /** one request, its redirect not followed */
  once(address: string, init?: { method?: string; body?: string; headers?: Record<string, string> }): Promise<Page>
}

const mostRedirects = 10

type Network = {
  /** where the origin really listens, when it has a name that nobody can look up */
  reachedAt?: string
  /** is not requested: the page of somebody else, whom the test plays */
  stopAt?: (url: URL) => boolean
  /** sent with every request */
  headers?: Record<string, string>
}

/** Opens one with no cookies, at an origin; addresses may be paths of it. */
export function openBrowser(origin: string, { reachedAt = origin, stopAt = () => false, headers = {} }: Network = {}): Browser {
  const cookies: Cookie[] = []
  const absolute = (address: string) => new URL(address, origin)
  const keep = (line: string) => {
    const [first = '', ...attributes] = line.split(';').map((part) => part.trim())
    const name = first.slice(0, first.indexOf('='))
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/'
    const known = cookies.findIndex((each) => each.name === name && each.path === path)
    if (known >= 0) cookies.splice(known, 1)
    const expires = attributes.find((each) => /^expires=/i.test(each))?.slice(8)
    const ended = attributes.some((each) => /^max-age=0$/i.test(each)) || (expires !== undefined && Date.parse(expires) < 1000)
    if (!ended) cookies.push({ name, path, value: first.slice(name.length + 1) })
  }
  const sent = (path: string) => cookies.filter((each) => path === each.path || path.startsWith(each.path.replace(/\/?$/, '/')) || each.path === '/').map(({ name, value }) => `${name}=${value}`).join('; ')
  const once: Browser['once'] = async (address, init = {}) => {
    const url = absolute(address)
    const cookie = sent(url.pathname)
    const answer = await fetch(url.origin === origin ? new URL(url.pathname + url.search, reachedAt) : url, { ...init, redirect: 'manual', headers: { ...headers, ...init.headers, ...(cookie && { cookie }) } })
    for (const line of answer.headers.getSetCookie()) keep(line)
    return { status: answer.status, url: url.href, text: await answer.text(), headers: answer.headers }
  }
  const follow = async (page: Page): Promise<Page> => {
    let at = page
    for (let step = 0; step < mostRedirects && at.status >= 300 && at.status < 400; step++) {
      const next = new URL(at.headers.get('location') ?? '', at.url)
      if (stopAt(next)) return { ...at, url: next.href, status: 200, text: '' }
      at = await once(next.href)
    }
    return at
  }
  return {
    cookies, once,
    get: async (address) => follow(await once(address)),
    post: async (address, fields) => follow(await once(address, {
      method: 'POST', body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', origin: absolute(address).origin },
    })),
  }
}
