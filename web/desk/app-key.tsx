import { useWords } from '../kit/words.ts'
import './app-key.css'

/** What an authenticator app is to learn: the picture, and the key for who types it. Drawn by the server, so that no script is needed. */
export function AppKey({ open: { username, key, qr } }: { open: { username: string; key: string; qr: string } }) {
  const { credentials: { app } } = useWords()
  return (
    <div className="app-key">
      <img src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={app.picture} width={208} height={208} />
      <div>
        <p><b>{app.byHand}</b></p>
        <p>{app.account}: <span className="raw">{username}</span></p>
        <p className="app-key__text num" translate="no">{key}</p>
      </div>
    </div>
  )
}
