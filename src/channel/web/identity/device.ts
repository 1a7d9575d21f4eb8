const browsers: readonly (readonly [RegExp, string])[] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']]
const machines: readonly (readonly [RegExp, string])[] = [[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/CrOS/, 'Chromebook'], [/Mac OS X/, 'Mac'], [/Linux/, 'Linux']]
const found = (list: readonly (readonly [RegExp, string])[], text: string): string | undefined => list.find(([pattern]) => pattern.test(text))?.[1]

/** What a browser calls itself, in words: `Chrome on Windows`. */
export function deviceInWords(device: string | null): string {
  const [browser, machine] = [found(browsers, device ?? ''), found(machines, device ?? '')]
  return browser && machine ? `${browser} on ${machine}` : (browser ?? machine ?? 'A browser we do not know')
}
