"use strict";
// A section opens, saves itself and closes without leaving the page; without script each of these is a page.

function openSection(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[href*='?edit=']");
  if (!link) return;
  const url = new URL(link.href);
  if (url.pathname !== window.location.pathname) return;
  const section = document.getElementById(url.searchParams.get("edit"));
  if (!section) return;
  event.preventDefault();
  if (section.querySelector("form.desk-edit") && !url.searchParams.has("finding")) return reveal(section);
  load(section, `${url.pathname}sections/${section.id}/${url.search}`);
}

function closeSection(event) {
  const link = event.target.closest("a[data-close]");
  if (!link) return;
  event.preventDefault();
  load(document.getElementById(link.dataset.close), link.dataset.url);
}

function forgetEdit(section) {
  // A form that closed does not open again when the page is loaded anew.
  const url = new URL(window.location.href);
  if (url.searchParams.get("edit") !== section.id || section.querySelector("form.desk-edit")) return;
  for (const name of ["edit", "finding", "about"]) url.searchParams.delete(name);
  window.history.replaceState(window.history.state, "", url);
}

function load(section, url) {
  htmx.ajax("GET", url, { target: section, swap: "outerHTML" }).then(() => {
    const fresh = document.getElementById(section.id);
    if (fresh) reveal(fresh);
  });
}

function reveal(section) {
  const wrong = section.querySelector("[data-focus]");
  if (wrong) return wrong.focus();
  const goal = section.querySelector("[data-goal]");
  if (goal) return aim(goal);
  section.scrollIntoView({ block: "start" });
  const fresh = [...section.querySelectorAll("[data-new]")].pop();
  const field = (fresh || section).querySelector(".desk-edit input:not([type=hidden]), .desk-edit textarea, .desk-edit select");
  const first = fresh ? fresh.querySelector("input:not([type=hidden]), textarea, select") : field;
  if (first) first.focus({ preventScroll: !fresh });
}

function aim(field) {
  // Who came here from a finding stands at its field: what is asked above it, the field in the middle of the screen.
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  (field.closest(".gd-field") || field).scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}

function showSaved(section) {
  // A form is longer than what it becomes: without this the page would show the section after it.
  const saved = section.querySelector(".desk-saved");
  if (!saved) return false;
  section.scrollIntoView({ block: "start" });
  saved.focus({ preventScroll: true });
  return true;
}

function saveOnly(event) {
  // htmx sends the button that has the focus along; a form that saves itself must not close or grow by it.
  if (event.detail.triggeringEvent?.type !== "change") return;
  event.detail.formData.delete("done");
  event.detail.formData.delete("add");
}

function newRevision(event) {
  // Other sections that are open saw the same record: this writer's own save does not put them behind.
  const { from, to } = event.detail;
  for (const field of document.querySelectorAll("[name=revision]")) {
    if (Number(field.value) === from) field.value = to;
  }
  for (const link of document.querySelectorAll(`a[href$="?revision=${from}"]`)) {
    link.href = link.href.replace(/\d+$/, to);
  }
}

function sayProblems(event) {
  for (const said of document.querySelectorAll(".desk-said")) said.remove();
  for (const field of document.querySelectorAll(".desk-edit [aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const problem of event.target.querySelectorAll("[data-problem]")) {
    const field = document.getElementById(problem.dataset.problem);
    if (!field) continue;
    const sentence = document.createElement("p");
    sentence.className = "desk-said";
    sentence.id = `${field.id}_said`;
    sentence.textContent = problem.querySelector("span").textContent;
    field.before(sentence);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", sentence.id);
  }
}

function offerSearch(root) {
  // A long list of boxes gets a field that leaves only what fits; ticked ones always stay in sight.
  for (const list of root.querySelectorAll(".desk-pick")) {
    const boxes = [...list.querySelectorAll(".gd-choice")];
    if (boxes.length < 8 || list.previousElementSibling?.matches(".desk-pick__search")) continue;
    const field = document.createElement("input");
    field.type = "search";
    field.className = "utrecht-textbox utrecht-textbox--html-input desk-pick__search";
    field.placeholder = document.documentElement.lang === "en" ? "Filter this list" : "Zoek in deze lijst";
    field.setAttribute("aria-label", field.placeholder);
    field.addEventListener("input", () => {
      const wanted = field.value.trim().toLowerCase();
      for (const box of boxes) {
        const fits = box.textContent.toLowerCase().includes(wanted) || box.querySelector("input").checked;
        box.hidden = !fits;
      }
    });
    field.addEventListener("change", (event) => event.stopPropagation());
    field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    list.before(field);
  }
}

function swapped(event) {
  const root = event.detail.elt || document;
  offerSearch(root);
  if (event.target.matches(".desk-status")) sayProblems(event);
  const section = root.closest?.("section.gd-folio__section");
  if (section) forgetEdit(section);
  if (section && showSaved(section)) return;
  if (section?.querySelector("[data-focus]")) return reveal(section);
  const fresh = root.querySelector?.("[data-new]");
  if (fresh) reveal(root.closest("section") || root);
}

document.addEventListener("click", openSection);
document.addEventListener("click", closeSection);
document.addEventListener("htmx:configRequest", saveOnly);
document.addEventListener("activity-saved", newRevision);
document.addEventListener("htmx:afterSwap", swapped);
document.addEventListener("htmx:load", (event) => offerSearch(event.detail.elt));
offerSearch(document);
window.addEventListener("load", () => {
  const open = document.querySelector("form.desk-edit");
  if (open) reveal(open.closest("section"));
});
