// Ticked rows are counted, and stay ticked on the other pages of their list; without script those of one page count.

const holder = document.querySelector("[data-ticks]");

const SENT = "ticks sent"; // what was sent to be changed, until the page that says it was

function stored(name) {
  try {
    return JSON.parse(window.sessionStorage.getItem(name));
  } catch {
    return null;
  }
}

function store(name, value) {
  try {
    if (value) window.sessionStorage.setItem(name, JSON.stringify(value));
    else window.sessionStorage.removeItem(name);
  } catch {
    // Without storage the ticks of this page count.
  }
}

const kept = (name) => new Map(stored(name));

function keep(name, ticks) {
  store(name, ticks.size ? [...ticks] : null);
}

// A box names its record and the revision that was read; the record is what is ticked.
const recordOf = (value) => value.split(".")[0];

function watch(list) {
  const name = list.dataset.ticks;
  const form = list.querySelector("form");
  const boxes = [...form.elements].filter((each) => each.classList.contains("gd-tick"));
  const here = new Set(boxes.map((box) => recordOf(box.value)));
  const ticks = kept(name);

  function show() {
    const elsewhere = [...ticks.keys()].filter((record) => !here.has(record)).length;
    const count = list.querySelector("output");
    count.hidden = false;
    count.querySelector("[data-count]").textContent = ticks.size;
    const away = count.querySelector("[data-elsewhere]");
    away.hidden = !elsewhere;
    away.querySelector("strong").textContent = elsewhere;
    list.toggleAttribute("data-any", ticks.size > 0);
    document.documentElement.toggleAttribute("data-ticked", ticks.size > 0);
  }

  function note() {
    for (const box of boxes) {
      if (box.checked) ticks.set(recordOf(box.value), box.value);
      else ticks.delete(recordOf(box.value));
    }
    keep(name, ticks);
    show();
  }

  function carry() {
    for (const old of form.querySelectorAll("[data-carried]")) old.remove();
    for (const [record, value] of ticks) {
      if (here.has(record)) continue;
      const field = Object.assign(document.createElement("input"), { type: "hidden", name: "records", value });
      field.dataset.carried = "";
      form.append(field);
    }
  }

  for (const box of boxes) {
    box.checked = ticks.has(recordOf(box.value));
    box.addEventListener("change", note);
  }
  // What has the focus does not stand behind the bar (WCAG 2.2, 2.4.11); the browser itself scrolls first.
  function uncover() {
    const focused = document.activeElement;
    const bar = list.getBoundingClientRect().height ? list : list.querySelector(".gd-ticked");
    if (!list.hasAttribute("data-any") || list.contains(focused) || !focused.matches("main :focus-visible")) return;
    const hidden = focused.getBoundingClientRect().bottom + 8 - bar.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy(0, hidden);
  }

  document.addEventListener("focusin", () => window.setTimeout(uncover, 50));
  form.addEventListener("submit", carry);
  form.addEventListener("reset", () => {
    ticks.clear();
    window.setTimeout(note);
  });
  note();
}

function send(form) {
  const records = [...form.querySelectorAll("[name=records]")].map((field) => recordOf(field.value));
  store(SENT, { list: form.dataset.ticksSent, made: form.dataset.made, records });
}

function forget({ list, records }) {
  // What was changed is ticked no more.
  for (const name of Object.keys(window.sessionStorage).filter((each) => each.startsWith(`${list} `))) {
    keep(name, new Map([...kept(name)].filter(([record]) => !records.includes(record))));
  }
  store(SENT, null);
}

const sent = stored(SENT);
if (sent?.made === window.location.pathname) forget(sent);
if (holder) watch(holder);
for (const form of document.querySelectorAll("[data-ticks-sent]")) form.addEventListener("submit", () => send(form));
