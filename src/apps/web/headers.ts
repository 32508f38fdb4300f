/**
 * What every answer with a page says to the browser. The policy holds without `unsafe-*` in production; development needs the style tags
 * and the socket of the module reloader. `frames`: the page may show files of ours inside itself, as the desk does beside what was declared.
 */
export function pageHeaders(nonce: string, dev: boolean, { frames = false }: { frames?: boolean } = {}): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'",
      `script-src 'self' 'nonce-${nonce}'`, dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:", "font-src 'self'", "worker-src 'self'", "manifest-src 'self'", dev ? "connect-src 'self' ws:" : "connect-src 'self'",
      ...(frames ? ["frame-src 'self'"] : []),
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    // a person's place on the map and their passkeys are the only powers a page of ours may ask for
    'permissions-policy': 'geolocation=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), payment=(), usb=(), display-capture=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
