import { defineFailures } from '#kernel/failure'

/** What an officer's credentials refuse with. `left` and `until` are those of every try. */
export const failures = defineFailures({
  /** the new password breaks a rule; which one is told at its field */
  password_refused: 409,
  /** not the code of a paper, or one that was used, replaced or is too old; never which, nor whether there is such an officer. `left` */
  wrong_paper: 401,
  /** not a recovery code of this person, or one that was used. `left` */
  wrong_recovery_code: 401,
  /** the device's signature is not what was asked for, or the passkey is not known here. `left` when it is known whose it is */
  wrong_passkey: 401,
  /** the device made a key that is not what was asked for */
  passkey_refused: 409,
  /** this device's key is registered already */
  passkey_known: 409,
  /** so many passkeys are enough. `most` */
  passkeys_full: 409,
  passkey_not_found: 404,
  session_not_found: 404,
  /** the passwords and codes of a demonstration are public and stay what they are */
  demonstration_account: 409,
  /** somebody else changed the credentials meanwhile */
  credentials_changed: 409,
  /** closed: an administrator opens it first */
  account_closed: 409,
})
