/** Only what came out of the gate carries it. */
const seal: unique symbol = Symbol('out of the gate')

/** A file on its way out. There is one way to make one (`outOfTheGate`), and one module that may (record/outputs, kept by test/outputs/everyWay.test.ts). */
export type Leaving = Readonly<{ [seal]: true; bytes: Uint8Array; type: string; /** Says what it is, never about whom. */ name: string }>

/** Lets a file out. For the gate alone. */
export const outOfTheGate = (file: Readonly<{ bytes: Uint8Array; type: string; name: string }>): Leaving => ({ ...file, [seal]: true })
