import { meOf } from './me.ts'

const touchEveryMs = 4 * 60_000
type News = 'ended' | 'moved'

/**
 * Listens whether the reader of this page may still read it. One tab of a browser listens and tells the others. A page whose session is over shows nothing
 * until the same person signed in again over it; a page whose reader has other roles or teams now is read again.
 */
export function listenHere(page: Document): void {
  const me = meOf(page)
  if (!me || !('EventSource' in window) || !('locks' in navigator)) return
  const channel = new BroadcastChannel('kith-here')
  channel.onmessage = (event) => { if (event.data === 'ended' || event.data === 'moved') void hear(event.data) }

  let busy = false
  async function hear(news: News): Promise<void> {
    if (busy || !me) return
    busy = true
    try {
      await (news === 'moved' ? (await import('./moved.tsx')).tellMoved(page) : (await import('./again.tsx')).signInAgain(me))
    } finally {
      busy = false
    }
  }

  void navigator.locks.request('kith-here', () => new Promise<void>(() => {
    let standing: string | undefined
    const tell = (news: News) => {
      channel.postMessage(news)
      return hear(news)
    }
    const open = () => {
      const stream = new EventSource('/here')
      const heard = (event: MessageEvent<string>) => {
        if (standing !== undefined && event.data !== standing) void tell('moved')
        standing = event.data
      }
      stream.addEventListener('here', heard)
      stream.addEventListener('moved', heard)
      const over = () => {
        stream.close()
        // Signed in again, or the council out of reach for a moment: listen anew.
        void tell('ended').then(() => setTimeout(open, 3_000))
      }
      stream.addEventListener('ended', over)
      stream.addEventListener('error', () => { if (stream.readyState === EventSource.CLOSED) over() })
    }
    open()
  }))

  let touched = performance.now()
  const touch = () => {
    if (performance.now() - touched < touchEveryMs) return
    touched = performance.now()
    void fetch('/here', { method: 'POST', headers: { accept: 'application/json' } }).catch(() => undefined)
  }
  page.addEventListener('keydown', touch, { passive: true })
  page.addEventListener('pointerdown', touch, { passive: true })
}
