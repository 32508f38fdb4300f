import type { ReactNode } from 'react'
import { TopStrip } from './demonstration.tsx'
import { Mark } from './mark.tsx'
import { accountAt, homes, languageAt, signInAt, signOutAt } from './places.ts'
import { GuardFields, formKeyOf } from './form-guard.tsx'
import { usePath, type RootData } from './root-data.ts'
import { useLocale, useWords } from './words.ts'

/** A province's name inside a sentence: "tỉnh Mẫu", "thành phố …"; a bare name keeps its capital. */
export const placeInSentence = (name: string, locale: 'vi' | 'en'): string => (/^(?:Tỉnh|Thành phố) /.test(name) ? inSentence(name, locale) : name)

/** A heading inside a sentence. */
export const inSentence = (name: string, locale: 'vi' | 'en'): string => (locale === 'vi' ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name)

/** The mark with the name of a part of the web and of the place it serves. */
export function Brand({ href, name, place, height = 42 }: { href: string; name: string; place: string; height?: number }) {
  return <a className="brand" href={href}><Mark height={height} /><span><b>{name}</b><small>{place}</small></span></a>
}

/** A plain link to this page in the other language. */
export function LanguageLink({ short = false }: { short?: boolean }) {
  const { shell } = useWords()
  const path = usePath()
  const other = useLocale() === 'vi' ? 'en' : 'vi'
  return <a href={languageAt(other, path)} lang={other} hrefLang={other} aria-label={short ? `${shell.otherLanguageShort} - ${shell.otherLanguage}` : undefined}>{short ? shell.otherLanguageShort : shell.otherLanguage}</a>
}

/** Signs out: a form, because a link would sign people out who only looked at it. */
export function SignOut({ root, className }: { root: RootData; className?: string }) {
  const { shell } = useWords()
  return <form method="post" action={signOutAt} className={className}><GuardFields csrf={root.csrf} formKey={formKeyOf(root.formKey, 'sign-out')} /><button type="submit">{shell.signOut}</button></form>
}

/** The head of a portal page: mark, account, language. `root` is undefined only when nothing could be loaded. */
export function Masthead({ root }: { root: RootData | undefined }) {
  const { shell } = useWords()
  const locale = useLocale()
  const path = usePath()
  return (
    <div className="mast">
      <div className="wrap">
        <Brand href={homes.portal} name={shell.portal} place={root?.page.provinceName[locale] ?? 'Tỉnh Số'} />
        <nav aria-label={shell.menu}>
          {root?.viewer.kind === 'citizen' && <a href={accountAt}>{shell.account}<span className="vh"> {root.viewer.name}</span></a>}
          {root?.viewer.kind === 'officer' && <a href={homes.desk}>{shell.desk}</a>}
          {root?.viewer.kind === 'nobody' || !root ? <a href={signInAt(path)} rel="nofollow">{shell.signIn}</a> : <SignOut root={root} {...(root.viewer.kind === 'citizen' && { className: 'mast__out' })} />}
          <LanguageLink short />
        </nav>
      </div>
    </div>
  )
}

export type FootLink = { href: string; label: string }

/** Who answers for the page, and whom to call. */
function Responsible({ page: { authority, hotline } }: { page: RootData['page'] }) {
  const { shell } = useWords()
  const locale = useLocale()
  return <p><b>{authority[locale]}</b> {shell.responsible} {shell.hotline} <a href={`tel:${hotline.number.replace(/\s/g, '')}`}>{hotline.number}</a>, {hotline.hours[locale]}.</p>
}

/** The foot of a portal page: who is responsible, the pages about the portal, the other language, and what is simulated. */
export function Foot({ root, links = [] }: { root: RootData | undefined; links?: readonly FootLink[] }) {
  const { shell } = useWords()
  const locale = useLocale()
  return (
    <footer className="foot">
      <div className="wrap">
        {root && <Responsible page={root.page} />}
        <ul aria-label={shell.about}>
          {links.map(({ href, label }) => <li key={href}><a href={href}>{label}</a></li>)}
          <li><LanguageLink /></li>
        </ul>
        {root?.page.mode === 'demonstration' && <p className="small">{shell.demonstration}: {inSentence(shell.simulatedShort, locale)}.</p>}
      </div>
    </footer>
  )
}

/** The frame of the portal. */
export function PortalShell({ root, links, children }: { root: RootData | undefined; links?: readonly FootLink[]; children: ReactNode }) {
  const { shell } = useWords()
  return (
    <>
      <a className="skip" href="#main">{shell.skip}</a>
      <header><TopStrip page={root?.page} /><Masthead root={root} /></header>
      <main id="main" className="page">{children}</main>
      <Foot root={root} {...(links && { links })} />
    </>
  )
}
