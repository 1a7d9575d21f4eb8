import { closeMenusOnEscape } from './parts/menus.ts'
import { comeBackByReading } from './parts/returning.ts'
import { focusOnNews } from './parts/news.ts'
import { growWithWords } from './parts/growing.ts'
import { searchKey } from './parts/search-key.ts'
import { sendNothingBefore } from './parts/not-yet.ts'
import { setAllRows } from './parts/all-rows.ts'

searchKey(document)
closeMenusOnEscape(document)
growWithWords(document)
setAllRows(document)
focusOnNews(document)
comeBackByReading(document)

// The list under the search box comes when somebody goes there.
const box = document.querySelector('.bar-search [data-search-key]')
const find = () => void import('./parts/finder.ts').then(({ findWhileTyping }) => findWhileTyping(document))
if (box && box === document.activeElement) find()
else box?.addEventListener('focus', find, { once: true })

// Nobody pastes before they have gone into a box.
const paste = () => void import('./parts/pasted.ts').then(({ pasteAsLines }) => pasteAsLines(document))
if (document.activeElement?.matches('textarea')) paste()
else document.addEventListener('focusin', paste, { once: true })

// What this page could not take is not let go by the next one.
if (document.querySelector('[data-not-taken]') && sessionStorage.getItem('kith-sent')) sessionStorage.setItem('kith-sent', 'no')
// Most pages have nothing to keep and never load this.
const keeping = document.querySelector('form[data-keep]') || sessionStorage.getItem('kith-sent') ? import('./keep/forms.ts').then(({ keepForms }) => keepForms(document)) : undefined
if (keeping) sendNothingBefore(document, keeping)
if (document.querySelector('form[data-save]')) void import('./keep/saving.ts').then(({ saveWhileWriting }) => saveWhileWriting(document))
if (document.querySelector('form[data-prove]')) void import('./keep/send.ts').then(({ proveForms }) => proveForms(document))
if (document.querySelector('[data-passkey]')) void import('./keep/passkey.ts').then(({ passkeyButtons }) => passkeyButtons(document))
if (document.querySelector('[data-shown-with]')) void import('./parts/shown-with.ts').then(({ showWithTicks }) => showWithTicks(document))
if (document.body.dataset.ruled) void import('./parts/beside-rules.ts').then(({ rulesBesideFields }) => rulesBesideFields(document))
const region = document.querySelector<HTMLElement>('[data-in-place]')
if (region) void import('./parts/in-place.ts').then(({ inPlace }) => inPlace(region))
if (document.body.dataset.actor) void import('./keep/here.ts').then(({ listenHere }) => listenHere(document))
// Signing out at the council's provider needs no second press.
document.querySelector<HTMLFormElement>('form[data-send-now]')?.submit()
