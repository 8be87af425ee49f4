// A form keeps what is typed by itself and offers it again; without script a form is what it was.

const holder = document.getElementById("gd-draft");
const WAIT = 1500; // milliseconds of rest before something is kept
const NEVER = new Set(["csrfmiddlewaretoken", "draft", "draft_writing", "done", "add", "mended"]);
const states = new WeakMap();

function keptForms(root) {
  const main = document.getElementById("main");
  return [...root.querySelectorAll("form")].filter((form) => main?.contains(form) && isKept(form));
}

function isKept(form) {
  const posts = form.method === "post" || form.hasAttribute("hx-post");
  return posts && !form.hasAttribute("data-unkept") && fieldsOf(form).some((field) => field.type !== "hidden");
}

function fieldsOf(form) {
  return [...form.elements].filter((field) => {
    if (!field.name || NEVER.has(field.name) || field.closest("[data-unkept]")) return false;
    if (["password", "file", "submit", "button", "reset", "image", "fieldset"].includes(field.type)) return false;
    return field.type !== "hidden" || /(^|-)(revision|seen)$/.test(field.name);
  });
}

function nameOf(form) {
  const to = new URL(form.getAttribute("hx-post") || form.getAttribute("action") || window.location.href, window.location.href);
  const first = fieldsOf(form).find((field) => field.type !== "hidden");
  const alike = keptForms(document).filter((other) => other !== form && other.action === form.action && other.id && form.id);
  return `${to.pathname}:${first.name}${alike.length ? `:${form.id}` : ""}`.slice(0, 300);
}

function valuesIn(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked ? [field.value] : [];
  return field.options ? [...field.selectedOptions].map((o) => o.value) : [field.value];
}

function markedUpIn(field) {
  // What the markup says: what is recorded, or what was typed where the form came back with it.
  if (field.type === "checkbox" || field.type === "radio") return field.defaultChecked ? [field.value] : [];
  if (!field.options) return [field.defaultValue];
  const chosen = [...field.options].filter((option) => option.defaultSelected);
  return (chosen.length || field.multiple ? chosen : [...field.options].slice(0, 1)).map((o) => o.value);
}

function valuesOf(form, read = valuesIn) {
  const found = new Map();
  for (const field of fieldsOf(form)) found.set(field.name, [...(found.get(field.name) || []), ...read(field)]);
  return [...found];
}

const equal = (some, others) => JSON.stringify(some) === JSON.stringify(others);

function labelOf(field) {
  const set = ["checkbox", "radio"].includes(field.type) && field.closest("fieldset")?.querySelector("legend");
  const label = (set || field.labels?.[0])?.cloneNode(true);
  for (const aside of label?.querySelectorAll(".gd-field__optional") || []) aside.remove();
  return (label?.textContent || field.getAttribute("aria-label") || "").trim();
}

function changedOf(form) {
  // Each field that says something else than what is recorded: its name, its label, and what is recorded.
  const recorded = new Map([...valuesOf(form, markedUpIn), ...stateOf(form).recorded]);
  const typed = new Map(fieldsOf(form).map((field) => [field.name, field]).filter(([, field]) => field.type !== "hidden"));
  const changed = valuesOf(form).filter(([name, values]) => typed.has(name) && !equal(values, recorded.get(name)));
  return changed.map(([name]) => [name, labelOf(typed.get(name)), recorded.get(name)]);
}

function recordedBefore(form, draft) {
  // Where the markup holds what was typed, the draft knows what is recorded.
  const markup = new Map(valuesOf(form, markedUpIn));
  const typed = new Map(draft.fields);
  return draft.recorded.filter(([name]) => markup.has(name) && equal(markup.get(name), typed.get(name)));
}

function token(form) {
  return (form.querySelector("[name=csrfmiddlewaretoken]") || document.querySelector("[name=csrfmiddlewaretoken]")).value;
}

function newWriting() {
  // Each time a form is begun keeps a text of its own: what was typed before is never written over.
  return [...window.crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function stateOf(form) {
  if (!states.has(form)) states.set(form, { name: nameOf(form), writing: newWriting(), timer: 0, sent: false, dirty: false, recorded: [] });
  return states.get(form);
}

function typed(event) {
  const form = event.target.form;
  if (!event.isTrusted || !form || !keptForms(document).includes(form)) return;
  const state = stateOf(form);
  state.sent = false;
  state.dirty = true;
  window.clearTimeout(state.timer);
  state.timer = window.setTimeout(() => keep(form), WAIT);
}

async function keep(form) {
  const state = stateOf(form);
  window.clearTimeout(state.timer);
  if (state.sent || !state.dirty) return;
  state.dirty = false;
  const changed = changedOf(form);
  const said = new URLSearchParams({ form: state.name, writing: state.writing, page: pageOf(), title: document.title, fields: JSON.stringify(valuesOf(form)), changed: JSON.stringify(changed.map(([name, label]) => [name, label])), recorded: JSON.stringify(changed.map(([name, , values]) => [name, values])) });
  try {
    const answer = await fetch(holder.dataset.keep, { method: "POST", body: said, keepalive: said.toString().length < 60000, headers: { "X-CSRFToken": token(form) } });
    if (answer.redirected) return tell(form, "out");
    const told = await answer.json();
    if (told.at) tell(form, "kept", told.at);
    else tell(form, "lost", told.refused);
  } catch {
    state.dirty = true;
    tell(form, "lost");
  }
}

function pageOf() {
  return `${window.location.pathname}${window.location.search}`.slice(0, 400);
}

function tell(form, what, more = "") {
  let line = form.querySelector(":scope > .gd-draft-kept");
  if (!line) {
    line = holder.content.querySelector(".gd-draft-kept").cloneNode(true);
    form.append(line);
  }
  line.textContent = what === "lost" && more ? more : `${line.dataset[what]} ${more}`.trim();
}

function sending(event) {
  // The server throws the draft away once it has saved what this form says.
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !keptForms(document).includes(form)) return;
  const state = stateOf(form);
  state.sent = true;
  window.clearTimeout(state.timer);
  mark(form, "draft", state.name);
  mark(form, "draft_writing", state.writing);
}

function mark(form, name, value) {
  let field = form.querySelector(`:scope > [name=${name}]`);
  if (!field) {
    field = Object.assign(document.createElement("input"), { type: "hidden", name });
    form.append(field);
  }
  field.value = value;
}

async function offer(root) {
  const forms = new Map(keptForms(root).map((form) => [stateOf(form).name, form]));
  if (!forms.size) return;
  const asked = new URLSearchParams([...forms.keys()].slice(0, 50).map((name) => ["form", name]));
  const answer = await fetch(`${holder.dataset.found}?${asked}`);
  if (!answer.ok || answer.redirected) return;
  for (const draft of (await answer.json()).drafts) show(forms.get(draft.form), draft);
}

function same(form, fields) {
  const told = (pairs) => JSON.stringify(pairs.filter(([name]) => !/(^|-)(revision|seen)$/.test(name)));
  return told(valuesOf(form)) === told(fields);
}

function show(form, draft) {
  const state = stateOf(form);
  if (state.writing === draft.writing || form.querySelector(`:scope > .gd-draft[data-key="${draft.key}"]`)) return;
  if (same(form, draft.fields)) {
    // A form that came back with what was typed goes on with the same text.
    if (!state.timer) Object.assign(state, { writing: draft.writing, recorded: recordedBefore(form, draft) });
    return;
  }
  const box = holder.content.querySelector(".gd-draft").cloneNode(true);
  box.dataset.key = draft.key;
  box.querySelector("[data-at]").textContent = draft.at;
  box.querySelector("[data-newer]").hidden = !isNewer(form, draft.fields);
  const homeless = draft.fields.filter(([name, values]) => !form.elements[name] && values.some((value) => value.trim()));
  const list = box.querySelector("[data-homeless]");
  list.hidden = !homeless.length;
  for (const [, values] of homeless) list.querySelector("ul").append(Object.assign(document.createElement("li"), { textContent: values.join(", ") }));
  box.querySelector("[data-go-on]").addEventListener("click", () => fill(form, draft, box));
  box.querySelector("[data-throw-away]").addEventListener("click", () => throwAway(form, draft, box));
  for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const offered = [...form.querySelectorAll(":scope > .gd-draft")].at(-1);
  if (offered) offered.after(box);
  else form.prepend(box);
}

function isNewer(form, fields) {
  return fields.some(([name, [value]]) => /(^|-)revision$/.test(name) && form.elements[name] && form.elements[name].value !== value);
}

async function fill(form, { fields, writing }, box) {
  const state = stateOf(form);
  await keep(form); // what was typed while this was offered stays beside it
  state.writing = writing;
  for (const [name, values] of fields) {
    for (const field of [...form.elements].filter((each) => each.name === name)) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (field.multiple) for (const option of field.options) option.selected = values.includes(option.value);
      else field.value = values[0] ?? "";
    }
  }
  if (box.querySelector("[data-homeless]").hidden) box.remove();
  else box.querySelector(".gd-actions").remove();
  form.querySelector("textarea, input:not([type=hidden]), select")?.focus();
}

async function throwAway(form, { key }, box) {
  const said = new URLSearchParams({ key });
  const answer = await fetch(holder.dataset.drop, { method: "POST", body: said, headers: { "X-CSRFToken": token(form) }, redirect: "manual" });
  if (answer.type === "opaqueredirect" || answer.ok) box.remove();
}

function keepAll() {
  if (document.visibilityState === "hidden") keptForms(document).filter((form) => states.has(form)).forEach(keep);
}

if (holder) {
  document.addEventListener("input", typed);
  document.addEventListener("submit", sending, true);
  document.addEventListener("htmx:configRequest", (event) => {
    const form = event.target.closest?.("form");
    if (!form || !states.has(form)) return;
    event.detail.formData.set("draft", stateOf(form).name);
    event.detail.formData.set("draft_writing", stateOf(form).writing);
    window.clearTimeout(stateOf(form).timer);
    stateOf(form).sent = true;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    // What was saved by itself is no draft any more; what was refused is kept after all.
    const form = event.target.closest?.("form");
    if (!form || !states.has(form) || !stateOf(form).sent) return;
    stateOf(form).sent = false;
    if (event.detail.xhr.getResponseHeader("HX-Trigger")) {
      stateOf(form).dirty = false;
      form.querySelector(":scope > .gd-draft-kept")?.remove();
    } else keep(form);
  });
  document.addEventListener("htmx:load", (event) => { if (event.detail.elt !== document.body) offer(event.detail.elt.parentElement || document); });
  document.addEventListener("visibilitychange", keepAll);
  offer(document);
}
