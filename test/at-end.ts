/**
 * What a helper opened is closed when its test file ends, the last one first. Hooks themselves cannot be added while another one runs, and
 * most files open their application in `beforeAll`: what they would add there is never called.
 */
type Work = () => unknown

const works: Work[] = []

/** Calls `work` when this test file has ended. */
export const atEnd = (work: Work): void => void works.push(work)

/** Does everything that was asked for since the last time; throws the first error when all were tried. */
export async function doAtEnd(): Promise<void> {
  const errors: unknown[] = []
  for (const work of works.splice(0).reverse()) {
    try {
      await work()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}
