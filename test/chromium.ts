import { chromium, type Browser } from 'playwright-core'

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
let running: Promise<Browser> | undefined

/** The one Chromium of this process: windows of one file know nothing of those of another, and it ends with the process. */
export const theBrowser = (): Promise<Browser> => (running ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags }))
