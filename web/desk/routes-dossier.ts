import { route, type RouteConfigEntry } from '@react-router/dev/routes'
import { besidePages } from './places.ts'
import { actPlaces, type DossierAction } from './acts.ts'

/** The page of an act lies where the act's place says. */
const act = (name: DossierAction, file: string): RouteConfigEntry => route(`ho-so/:id/${actPlaces[name].slug ?? name}`, `desk/dossier/${file}`)

/** Pages beside the acts of a dossier. */
const beside = (page: keyof typeof besidePages, file: string): RouteConfigEntry => route(`ho-so/:id/${besidePages[page]}`, `desk/beside/${file}`)

/** A dossier, its acts, and the counter: addresses below /can-bo. */
export const dossierRoutes: RouteConfigEntry[] = [
  route('ho-so/:id', 'desk/dossier/dossier.tsx'),
  act('refuse', 'refuse.tsx'),
  act('askSupplement', 'ask-supplement.tsx'),
  act('supply', 'supply.tsx'),
  act('assign', 'assign.tsx'),
  act('propose', 'propose.tsx'),
  act('proposeRefusal', 'propose-refusal.tsx'),
  act('reroute', 'reroute.tsx'),
  act('sendBack', 'send-back.tsx'),
  act('approve', 'approve.tsx'),
  act('handOver', 'hand-over.tsx'),
  act('shelve', 'shelve.tsx'),
  act('voidResult', 'void-result.tsx'),
  act('withdraw', 'withdraw.tsx'),
  beside('ask', 'ask-opinion.tsx'),
  beside('withdraw', 'withdraw-question.tsx'),
  beside('set', 'set-check.tsx'),
  beside('move', 'move-check.tsx'),
  beside('record', 'record-check.tsx'),
  route('xin-y-kien', 'desk/questions/list.tsx'),
  route('xin-y-kien/:id', 'desk/questions/question.tsx'),
  route('ho-so/:id/da-tiep-nhan', 'desk/intake/receipt.tsx'),
  route('ho-so/:id/cung-nguoi', 'desk/dossier/same-person.tsx'),
  route('ho-so-giay', 'desk/papers/lists.tsx'),
  route('ho-so-giay/lap/:kind', 'desk/papers/make.tsx'),
  route('ho-so-giay/:list', 'desk/papers/list.tsx'),
  route('goi-dien', 'desk/calls.tsx'),
  route('so-giu-truoc', 'desk/intake/reserved.tsx'),
  route('so-chung-thuc', 'desk/register.tsx'),
  route('tiep-nhan', 'desk/intake/choose.tsx'),
  route('tiep-nhan/:procedure', 'desk/intake/intake.tsx'),
]
