import { useRoot } from '../../kit/root-data.ts'
import { useWords } from '../../kit/words.ts'
import { dueWords } from '../looks.ts'

/** Writes an instant as people at the desk say it: `hôm nay 11:30`, `25/11 09:15`. */
export function useWhen(): (at: string) => string {
  const now = useRoot()?.page.now
  const { kit } = useWords()
  return (at) => dueWords(at, now ?? at, kit)
}
