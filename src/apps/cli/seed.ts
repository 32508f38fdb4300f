import { showProgress } from '../welcome.ts'
import { withApplication } from './open.ts'

/** Loads the province's data that changed, and in demonstration mode the invented records, waiting until they are there. */
export async function run(_args: string[]): Promise<number> {
  return withApplication(async (application, config) => {
    const { seeds } = application.prepared
    console.log(seeds.length === 0 ? `The data of ${config.province} are loaded and unchanged.` : `Loaded the data of ${config.province}: ${seeds.join(', ')}.`)
    await application.demonstrate(showProgress)
    return 0
  })
}
