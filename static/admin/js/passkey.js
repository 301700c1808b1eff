"use strict";
/* Shows the buttons of passkeys where the browser knows passkeys, and says so when it gives none (allauth's webauthn.js). */
{
  const trouble = document.querySelector("[data-passkey-trouble]");

  if (window.PublicKeyCredential) {
    for (const button of document.querySelectorAll("[data-passkey]")) button.hidden = false;
  }
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    trouble.hidden = false;
  });
}
