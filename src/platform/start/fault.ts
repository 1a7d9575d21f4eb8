/** A reason not to start that the person at the keyboard can mend. Its message is one plain sentence that says what to do; nothing of it is personal. */
export class StartFault extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'StartFault'
  }
}
