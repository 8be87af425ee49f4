"use strict";
// Small conveniences; every page works without them.

const narrow = window.matchMedia("(max-width: 60rem)");

function foldMenu() {
  // In the markup the menu is open, so that it can be reached without script.
  for (const menu of document.querySelectorAll("details[data-menu]")) menu.open = !narrow.matches;
}

function focusSearch(event) {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector("[data-shortcut='/']");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

function closeMenus(event) {
  if (event.type === "keydown" && event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.gd-menu[open]")) {
    if (event.type === "click" && menu.contains(event.target)) continue;
    menu.open = false;
    if (event.type === "keydown") menu.querySelector("summary").focus();
  }
}

// An arrow key passes every choice on its way to the one that is meant: who chooses by key presses the button.
let keyed = null;

function noteHand(event) {
  keyed = event.type === "keydown" ? event.target : null;
}

function submitFilters(event) {
  const form = event.target.closest("form[data-autosubmit]");
  if (!form || event.target === keyed) return;
  if (event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
}

function focusErrors() {
  const errors = document.querySelector("[data-focus]");
  if (errors) errors.focus({ preventScroll: false });
}

function offerPrint() {
  // Without script there is nothing to press, and the browser's own menu prints.
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

narrow.addEventListener("change", foldMenu);
document.addEventListener("keydown", focusSearch);
document.addEventListener("keydown", closeMenus);
document.addEventListener("click", closeMenus);
document.addEventListener("keydown", noteHand);
document.addEventListener("pointerdown", noteHand);
document.addEventListener("change", submitFilters);
foldMenu();
focusErrors();
offerPrint();
