// On a narrow screen the sections of a very long page fold under their headings; without script all of them are open.

const narrow = window.matchMedia("(max-width: 48rem)");

function buttonOf(section) {
  return section.querySelector(".gd-folded__button");
}

function give(section, word) {
  const heading = section.querySelector("h2");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "gd-folded__button" });
  button.append(...heading.childNodes);
  const found = section.querySelectorAll(".gd-finding").length;
  if (found) button.append(Object.assign(document.createElement("span"), { className: "gd-note", textContent: `${found} ${word}` }));
  heading.append(button);
  button.addEventListener("click", () => fold(section, !section.hasAttribute("data-folded")));
}

function take(section) {
  const button = buttonOf(section);
  button?.querySelector(":scope > .gd-note")?.remove();
  button?.replaceWith(...button.childNodes);
  section.removeAttribute("data-folded");
}

function fold(section, folded) {
  section.toggleAttribute("data-folded", folded);
  buttonOf(section).setAttribute("aria-expanded", String(!folded));
}

function arrange(list) {
  for (const section of list.children) {
    if (!narrow.matches) take(section);
    else if (!buttonOf(section)) {
      give(section, list.dataset.folds);
      fold(section, !section.querySelector(".gd-errors"));
    }
  }
  reveal();
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  const section = target?.closest("[data-folded]");
  if (!section) return;
  fold(section, false);
  target.scrollIntoView();
}

for (const list of document.querySelectorAll("[data-folds]")) {
  arrange(list);
  narrow.addEventListener("change", () => arrange(list));
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("a[href^='#']")?.hash === window.location.hash) reveal();
  });
}
