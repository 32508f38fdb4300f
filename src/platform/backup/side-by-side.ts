/** Does something for each of a list, a few at a time: most of copying a small file is waiting for the disk. */
export async function sideBySide<T>(list: readonly T[], work: (each: T) => Promise<void>, most = 16): Promise<void> {
  const waiting = [...list].reverse()
  await Promise.all(Array.from({ length: Math.min(most, list.length) }, async () => {
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) await work(each)
  }))
}
