// A date is typed as people write it; who would rather choose opens the calendar of the browser. Only for that is there
// a date field of the browser, which nobody types in: it reads what is typed by the language of the browser.

function calendarOf(text, button) {
  const found = button.parentElement.querySelector(".gd-day__calendar");
  if (found) return found;
  const made = document.createElement("input");
  Object.assign(made, { type: "date", tabIndex: -1, className: "gd-day__calendar" });
  made.setAttribute("aria-hidden", "true");
  made.addEventListener("change", () => {
    text.value = made.value.split("-").reverse().join("-");
    for (const each of ["input", "change"]) text.dispatchEvent(new Event(each, { bubbles: true }));
    text.focus();
  });
  button.after(made);
  return made;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest(".gd-day__open");
  if (!button) return;
  const text = button.parentElement.querySelector(".gd-day__text");
  const calendar = calendarOf(text, button);
  const [, day, month, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text.value.trim()) ?? [];
  calendar.value = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : "";
  calendar.showPicker();
});
