import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { areaOf } from './places.ts'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style'> & { href: string; children: ReactNode }

/**
 * A link inside the program. On the desk and in the centre, which run scripts, it changes the page without loading it again; from one
 * part of the web to another, on the portal, for files and for other places it is a plain link.
 */
export function Anchor({ href, children, ...rest }: Props) {
  const { pathname } = useLocation()
  const area = areaOf(pathname)
  const within = (area === 'desk' || area === 'ioc') && href.startsWith('/') && areaOf(href) === area && rest.download === undefined
  if (!within) return <a href={href} {...rest}>{children}</a>
  return <Link to={href} prefetch="none" {...rest}>{children}</Link>
}
