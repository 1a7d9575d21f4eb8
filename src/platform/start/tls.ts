import { X509Certificate, createPrivateKey } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { Server } from 'node:https'
import { systemClock, ticks } from '../clock.ts'
import type { Standings } from '../standing.ts'
import { StartFault } from './fault.ts'

/** The council's own certificate, as PEM, and when it ends. */
export type Certificate = Readonly<{ cert: string; key: string; endsAt: number }>
export type TlsFiles = Readonly<{ cert: string; key: string }>

const dayMs = 86_400_000

/** `KITH_TLS_CERT` and `KITH_TLS_KEY`: both or neither. @throws StartFault */
export function tlsFilesFrom(settings: Readonly<Record<string, string | undefined>>): TlsFiles | undefined {
  const [cert, key] = [settings['KITH_TLS_CERT'], settings['KITH_TLS_KEY']]
  if (!cert && !key) return undefined
  if (cert && key) return { cert, key }
  throw new StartFault('A certificate needs both: the file of the certificate as KITH_TLS_CERT (with those between it and its issuer), and the file of its key as KITH_TLS_KEY.')
}

/** Reads both files and looks whether they belong together. @throws StartFault */
export function readCertificate({ cert, key }: TlsFiles): Certificate {
  const broken = new StartFault('The certificate of KITH_TLS_CERT and the key of KITH_TLS_KEY cannot be used. Look whether both are PEM files that Kith may read, and whether the key is that of the certificate.')
  try {
    const texts = { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
    const first = new X509Certificate(texts.cert)
    if (!first.checkPrivateKey(createPrivateKey(texts.key))) throw broken
    createSecureContext(texts)
    return { ...texts, endsAt: Date.parse(first.validTo) }
  } catch {
    throw broken
  }
}

const marksOf = (files: TlsFiles): string => [files.cert, files.key].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0).join(' ')

/** Takes a renewed certificate into use as soon as its files change, for whoever connects from then on; says so early when it is about to end. @returns how to stop */
export function keepCertificate(server: Pick<Server, 'setSecureContext'>, files: TlsFiles, on: Readonly<{ standings: Standings; log: (line: string) => void; everyMs?: number }>): () => void {
  let [present, marks, toldAt] = [readCertificate(files), marksOf(files), -Infinity]
  const look = () => {
    const now = marksOf(files)
    if (now !== marks) {
      try {
        present = readCertificate(files)
        server.setSecureContext(present)
        marks = now
        on.log('The certificate was renewed and is in use.')
      } catch {
        // Half written, or not belonging together: the one in use goes on, and the files are read again.
      }
    }
    const days = Math.floor((present.endsAt - Date.parse(systemClock.now())) / dayMs)
    on.standings.measure('kith_certificate_days', days, 'Days until the certificate ends.')
    if (days >= 14 || ticks() - toldAt < dayMs) return
    toldAt = ticks()
    on.log(`ALERT The certificate of KITH_TLS_CERT ends in ${days} days. Put a new one in its place: Kith takes it into use by itself.`)
  }
  look()
  const timer = setInterval(look, on.everyMs ?? 5_000)
  timer.unref()
  return () => clearInterval(timer)
}

/** `KITH_LISTEN`, the address that Kith listens on: beyond this machine only with a certificate. @throws StartFault */
export function hostFrom(given: string | undefined, certified: boolean): string | undefined {
  if (!given) return certified ? '::' : undefined
  if (certified || given.startsWith('127.') || given === '::1') return given
  throw new StartFault('KITH_LISTEN names an address that other machines reach, and people never sign in in the open. Give a certificate as KITH_TLS_CERT and KITH_TLS_KEY, or let a proxy on this machine do it.')
}
