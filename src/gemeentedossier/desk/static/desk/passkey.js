"use strict";
// Asks the device for a passkey; without script a code does the same.

function bodyOf(values) {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
  const headers = { "X-CSRFToken": token, "Content-Type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(values), credentials: "same-origin" };
}

async function answered(address, values) {
  const answer = await fetch(address, bodyOf(values));
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.sentence);
  return told;
}

async function made(place) {
  const told = await answered(place.dataset.options, {});
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(told.publicKey);
  return navigator.credentials.create({ publicKey });
}

async function used(place) {
  const told = await answered(place.dataset.options, {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(told.publicKey);
  return navigator.credentials.get({ publicKey });
}

function said(place, name, sentence) {
  place.querySelector("[data-said]").textContent = sentence || place.querySelector(`[data-${name}]`).innerHTML.trim();
}

async function begin(place) {
  const button = place.querySelector("button");
  button.disabled = true;
  let sentence = "";
  try {
    const credential = await (place.dataset.passkey === "make" ? made(place) : used(place));
    const name = place.querySelector("input[name=name]");
    try {
      const told = await answered(place.dataset.answer, { credential: credential.toJSON(), name: name ? name.value : "" });
      window.location.assign(told.to);
      return;
    } catch (refusal) {
      sentence = refusal.message;
    }
  } catch (cancelled) {
    // Who closes the window of the device reads the sentence of the page.
  }
  button.disabled = false;
  said(place, "failed", sentence);
}

for (const place of document.querySelectorAll("[data-passkey]")) {
  const knows = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON;
  if (!knows) {
    place.querySelector("button").disabled = true;
    said(place, "unknown", "");
  }
  place.querySelector("button").addEventListener("click", () => begin(place));
}
