import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * A house with every room and no breach: two modules of which `agencies` may call `areas`, a web with two parts, an invented province. Tests of
 * the walls put one wrong file into it.
 */
const files: Readonly<Record<string, string>> = {
  'docs/glossary.md': '| Vietnamese | In code | Note |\n|---|---|---|\n| hồ sơ | `dossier` | |\n| cơ quan | `agency` | |\n',
  'provinces/doi-cao/province.json': '{ "name": { "vi": "Tỉnh Đồi Cao", "en": "Doi Cao Province" }, "place": "Đồi Cao" }\n',
  'src/kernel/clock.ts': 'export type Clock = { now(): Date }\nexport const systemClock: Clock = { now: () => new Date() }\n',
  'src/kernel/words.ts': "import { z } from 'zod'\nexport const Word = z.string()\n",
  'src/kernel/words.test.ts': "import { readFileSync } from 'node:fs'\nimport { it } from 'vitest'\nimport { Word } from './words.ts'\nit('a word', () => Word.parse(readFileSync('x', 'utf8')))\n",
  'src/platform/config.ts': 'export const port = process.env.PORT\n',
  'src/platform/db.ts': "export { sql } from 'kysely'\nexport type Tx = { id: string }\n",
  'src/platform/events.ts': "import type { Tx } from './db.ts'\nexport const publish = (tx: Tx) => tx\n",
  'src/platform/migrations/0001-events.sql': 'create table platform.event (id bigint);\n',
  'src/modules/areas/README.md': '# areas: units of the province\n',
  'src/modules/areas/module.ts': "import { defineModule } from '#platform/module'\nexport default defineModule({ name: 'areas', needs: [] })\n",
  'src/modules/areas/index.ts': "export { findArea } from './store.ts'\n",
  'src/modules/areas/contract.ts': "import { z } from 'zod'\nimport { Word } from '#kernel/words'\nimport { Shape } from './contract-shape.ts'\nexport const Area = z.object({ word: Word, shape: Shape })\n",
  'src/modules/areas/contract-shape.ts': "import { z } from 'zod'\nexport const Shape = z.string()\n",
  'src/modules/areas/events.ts': "import { publish } from '#platform/events'\nimport { states } from './states.ts'\nexport const AreaEnded = { publish, states }\n",
  'src/modules/areas/states.ts': "import { Word } from '#kernel/words'\nimport { failures } from './failures.ts'\nexport const states = [Word, failures]\n",
  'src/modules/areas/failures.ts': 'export const failures = {}\n',
  'src/modules/areas/store.ts': "import { sql, type Tx } from '#platform/db'\n// agencies.agency refers to this\nexport const findArea = (tx: Tx) => sql`select a.code, 'from agencies.agency' from areas.area a where a.id = ${tx.id}`\n",
  'src/modules/areas/commands/end-area.ts': "import type { Tx } from '#platform/db'\nimport { findArea } from '../store.ts'\nexport const endArea = (tx: Tx) => findArea(tx)\n",
  'src/modules/areas/migrations/0001-areas.sql': "create table areas.area (id uuid);\n-- agencies.agency names it\ncomment on table areas.area is 'named by agencies.agency';\n",
  'src/modules/agencies/module.ts': "import { defineModule } from '#platform/module'\nexport default defineModule({ name: 'agencies', needs: ['areas'] })\n",
  'src/modules/agencies/index.ts': "import { findArea } from '#modules/areas'\nexport const findAgency = findArea\n",
  'src/modules/agencies/contract.ts': 'export const Agency = 1\n',
  'src/modules/agencies/events.ts': 'export const AgencyEnded = 1\n',
  'src/modules/agencies/subscriptions.ts': "import { AreaEnded } from '#events/areas'\nexport const subscriptions = [AreaEnded]\n",
  'src/modules/agencies/store.ts': 'export const rows = []\n',
  'src/modules/agencies/agencies.test.ts': "import pg from 'pg'\nimport { Area } from '#contract/areas'\nimport { withApp } from '../../../test/with-app.ts'\nexport const story = [pg, Area, withApp, new Date()]\n",
  'src/apps/modules.ts': "import areas from '../modules/areas/module.ts'\nimport agencies from '../modules/agencies/module.ts'\nexport const modules = [areas, agencies]\n",
  'src/apps/server.ts': "import { modules } from './modules.ts'\nexport const served = modules\n",
  'test/with-app.ts': "import { modules } from '../src/apps/modules.ts'\nexport const withApp = () => modules\n",
  'web/root.tsx': "import { Home } from './portal/home.tsx'\nexport const Root = () => <Home />\n",
  'web/entry.server.tsx': "import { Writable } from 'node:stream'\nexport const out = new Writable()\n",
  'web/kit/button.tsx': "import { t } from '../messages/index.ts'\nexport const Button = () => <button>{t}</button>\n",
  'web/messages/index.ts': "export const t = 'Hồ sơ'\n",
  'web/portal/home.tsx': "import { Area } from '#contract/areas'\nimport { Word } from '#kernel/words'\nimport { Button } from '../kit/button.tsx'\nimport './home.css'\nexport const Home = () => <Button key={String([Area, Word])} />\n",
  'web/desk/list.tsx': 'export const List = () => <ul />\n',
}

export type House = {
  root: string
  /** puts a file there, or another in its place */
  put(path: string, text: string): void
  /** takes it away; one of the house comes back as it was */
  restore(path: string): void
  remove(): void
}

/** Builds the house in a temporary folder. The caller removes it. */
export function buildHouse(): House {
  const root = mkdtempSync(join(tmpdir(), 'tinhso-house-'))
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) put(path, text)
  return {
    root, put,
    restore: (path) => {
      const text = files[path]
      if (text === undefined) rmSync(join(root, path))
      else put(path, text)
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
