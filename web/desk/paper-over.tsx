import { Acts, LinkButton } from '../kit/button.tsx'
import { useWords } from '../kit/words.ts'
import { DoorPage } from './door-page.tsx'
import { paperAt } from './places.ts'

/** The sign-in with a paper took too long, or was begun in another browser. */
export function PaperOver({ back }: { back: string }) {
  const { credentials: { door } } = useWords()
  return <DoorPage title={door.over} text={door.overText}><Acts><LinkButton href={paperAt(back)} wide>{door.restart}</LinkButton></Acts></DoorPage>
}
