import { chromium, type Browser } from 'playwright-core'

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
// Each window would open the two pages of the address bar's suggestions, in a process of their own. A second list takes the place of Playwright's: its names stand here too.
const without = ['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'TcpPortRandomizationWin', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']
/** How long a browser test waits for what it expects: a machine may be slow, only what hangs is ended. */
export const patience = 180_000
let running: Promise<Browser> | undefined

/** The one Chromium of this process: windows of one file know nothing of those of another, and it ends with the process. */
export const theBrowser = (): Promise<Browser> => (running ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...flags, `--disable-features=${without.join(',')}`], timeout: patience }))
