import { render } from 'preact'
import { Actions, Button } from '../../button.tsx'
import { Dialog } from '../../dialog.tsx'

/** What was typed into forms that keep nothing by themselves. */
function typedIn(page: Document): string {
  const boxes = [...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('form:not([data-keep]) textarea, form:not([data-keep]) input[type=text]')]
  return boxes.filter((box) => box.value !== box.defaultValue && box.value.trim() !== '').map((box) => box.value).join('\n\n')
}

/** The reader's roles or teams changed: the page is read again at once; words that would be lost by it can be copied first. */
export async function tellMoved(page: Document): Promise<void> {
  const typed = typedIn(page)
  if (!typed) return location.reload()
  page.body.classList.add('is-shut')
  const place = page.createElement('div')
  page.body.append(place)
  await new Promise<void>((done) => {
    render(
      <Dialog id="moved" title="Your teams or roles have changed">
        <p>This page is read again, as you may see it now. Here is what you had typed, to copy.</p>
        <textarea class="box" aria-label="What you had typed" rows={6} readOnly value={typed} />
        <Actions><Button kind="primary" type="button" onClick={() => done()}>Read the page again</Button></Actions>
      </Dialog>, place)
    const dialog = place.querySelector('dialog')
    dialog?.addEventListener('cancel', (event) => event.preventDefault())
    dialog?.showModal()
  })
  location.reload()
}
