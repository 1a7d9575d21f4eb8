/** A return that is being made: how far it is, looked at again until it is there. Each look is longer apart than the one before. */
const longest = 10_000

async function lookAgain(after: number): Promise<void> {
  await new Promise((settle) => setTimeout(settle, after))
  const reply = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
  const next = Math.min(longest, after * 1.5)
  if (!reply?.ok) return lookAgain(next)
  const there = new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById('being-made')
  const here = document.getElementById('being-made')
  if (!there || !here) return location.reload()
  if (there.innerHTML !== here.innerHTML) here.replaceChildren(...there.childNodes)
  return lookAgain(next)
}

if (document.getElementById('being-made')) void lookAgain(1_000)
