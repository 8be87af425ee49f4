// A page of a record tells who else has it open; without script nobody is told, and nothing is lost all the same.

const place = document.getElementById("gd-presence");
const EVERY = 25000; // milliseconds
let writes = false;

function said(more = {}) {
  const open = document.querySelector("main form.desk-edit")?.closest("section[id]");
  const told = new URLSearchParams(more);
  if (open) told.set("section", open.id);
  if (writes || open) told.set("writes", "1");
  told.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]")?.value || "");
  return told;
}

async function tell() {
  if (document.visibilityState === "hidden") return;
  try {
    const answer = await fetch(place.dataset.url, { method: "POST", body: said() });
    if (!answer.ok || answer.redirected) return;
    const { told } = await answer.json();
    if (place.textContent !== told) place.textContent = told; // said aloud once, not every time
  } catch { /* the next time tells */ }
}

function leave() {
  navigator.sendBeacon(place.dataset.url, said({ left: "1" }));
}

if (place) {
  document.addEventListener("input", (event) => { if (event.isTrusted && event.target.closest("main form[method=post]")) writes = true; });
  document.addEventListener("htmx:afterSettle", tell);
  document.addEventListener("visibilitychange", tell);
  window.addEventListener("pagehide", leave);
  window.setInterval(tell, EVERY);
  tell();
}
