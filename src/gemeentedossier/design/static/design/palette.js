// Ctrl+K opens a list of places, steps on this page and records; everything in it can be reached without it.

const palette = document.getElementById("gd-palette");
const asked = palette?.querySelector("input");
const list = palette?.querySelector("[role=listbox]");
let choices = [];
let chosen = 0;
let waiting = 0;
let question = 0;

function here() {
  const steps = document.querySelectorAll(".gd-heading a[href], .gd-heading button, .gd-tabs a");
  const rail = [...document.querySelectorAll(".gd-rail .gd-place")].map((link) => of(palette.dataset.places, link.querySelector(".gd-place__label").textContent, link));
  const own = [...document.querySelectorAll(".gd-person a")].map((link) => of(palette.dataset.places, link.textContent, link));
  return [...[...steps].map((step) => of(palette.dataset.here, step.textContent, step)), ...rail, ...own];
}

function of(kind, name, element) {
  return { kind, name: name.replace(/\s+/g, " ").trim(), go: () => element.click() };
}

function plain(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

function fitting() {
  const words = plain(asked.value).split(/\s+/).filter(Boolean);
  return here().filter((choice) => choice.name && words.every((word) => plain(choice.name).includes(word)));
}

function show(found) {
  choices = found;
  chosen = 0;
  list.replaceChildren(...choices.map(item));
  if (!choices.length) list.replaceChildren(nothing());
  palette.querySelector("[data-told]").textContent = choices.length ? `${choices.length} ${palette.dataset.count}` : palette.dataset.none;
  choose(0);
}

function nothing() {
  const row = Object.assign(document.createElement("li"), { className: "gd-palette__none", textContent: palette.dataset.none });
  row.setAttribute("role", "option");
  row.setAttribute("aria-disabled", "true");
  return row;
}

function item(choice, number) {
  const row = Object.assign(document.createElement("li"), { id: `gd-palette-${number}`, className: "gd-palette__choice" });
  row.setAttribute("role", "option");
  row.append(Object.assign(document.createElement("span"), { textContent: choice.name }));
  row.append(Object.assign(document.createElement("span"), { className: "gd-palette__kind", textContent: choice.kind }));
  row.addEventListener("click", () => open(number));
  return row;
}

function choose(number) {
  if (!choices.length) return asked.removeAttribute("aria-activedescendant");
  chosen = (number + choices.length) % choices.length;
  [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === chosen)));
  list.children[chosen].scrollIntoView({ block: "nearest" });
  asked.setAttribute("aria-activedescendant", list.children[chosen].id);
}

function open(number) {
  const choice = choices[number];
  if (!choice) return;
  palette.close();
  choice.go();
}

function ask() {
  const near = fitting();
  show(near);
  window.clearTimeout(waiting);
  if (asked.value.trim().length < 2) return;
  waiting = window.setTimeout(() => fetchRecords(near), 250);
}

async function fetchRecords(near) {
  const mine = ++question;
  const answer = await fetch(`${palette.dataset.search}?${new URLSearchParams({ q: asked.value, as: "list" })}`);
  if (!answer.ok || answer.redirected || mine !== question || !palette.open) return;
  const records = (await answer.json()).found.map(({ kind, name, url }) => ({ kind, name, go: () => window.location.assign(url) }));
  const kept = chosen;
  show([...near, ...records]);
  choose(Math.min(kept, choices.length - 1));
}

function keys(event) {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    if (palette.open) return palette.close();
    asked.value = "";
    palette.showModal();
    show(fitting());
    return asked.focus();
  }
  if (!palette.open) return;
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (moves[event.key]) choose(chosen + moves[event.key]);
  else if (event.key === "Enter") open(chosen);
  else return;
  event.preventDefault();
}

if (palette) {
  document.addEventListener("keydown", keys);
  asked.addEventListener("input", ask);
  palette.addEventListener("click", (event) => { if (event.target === palette) palette.close(); });
}
