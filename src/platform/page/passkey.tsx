/** A button that only works with script, and is shown by it. `place`: add (signed in), enrol (first sign-in), prove (second step). */
export const PasskeyButton = ({ place, next, children }: { place: 'add' | 'enrol' | 'prove'; next: string; children: string }) => (
  <div class="passkey">
    <button class="button button-second" type="button" hidden data-passkey={place} data-next={next}>{children}</button>
    <p class="field-problem" role="alert" data-passkey-said />
    {place === 'prove' ? null : <form method="post" action="/account/recovery-codes" data-codes />}
  </div>
)
