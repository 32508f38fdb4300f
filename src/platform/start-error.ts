/** A reason why the program cannot start, as one sentence for the person who started it: what is wrong and what to do. Shown without a stack. */
export class StartError extends Error {
  constructor(sentence: string, options?: { cause?: unknown }) {
    super(sentence, options)
    this.name = 'StartError'
  }
}
