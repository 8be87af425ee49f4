// A page of a record tells who else has it open; without script nobody is told, and nothing is lost all the same.

const place = document.getElementById("gd-presence");
const EVERY = 25000, AT_FIRST = 8000, FIRST = 60000; // milliseconds: in the first minute both may begin to type
let writes = false;

function said(more = {}) {
  const open = document.querySelector("main form.desk-edit")?.closest("section[id]");
  const told = new URLSearchParams(more);
  if (open) told.set("section", open.id);
  if (writes) told.set("writes", "1"); // an open form is not yet a change
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

function wrote() {
  if (writes) return;
  writes = true;
  tell(); // the other hears of it before both have typed much
}

function leave() {
  navigator.sendBeacon(place.dataset.url, said({ left: "1" }));
}

if (place) {
  document.addEventListener("input", (event) => { if (event.isTrusted && event.target.closest("main form[method=post]")) wrote(); });
  document.addEventListener("htmx:afterSettle", tell);
  document.addEventListener("visibilitychange", tell);
  window.addEventListener("pagehide", leave);
  const hurried = window.setInterval(tell, AT_FIRST);
  window.setTimeout(() => { window.clearInterval(hurried); window.setInterval(tell, EVERY); }, FIRST);
  tell();
}
