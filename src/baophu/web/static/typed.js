// What was typed into a form that was sent after the log-in had ended stands in it again, once the same account is back.
// It waits in this tab alone, without files, passwords and hidden fields, until the next page of somebody logged in.
const TYPED = "typed";
const LEFT_OUT = ["hidden", "file", "password", "submit", "button"];
const who = document.body.dataset.who;

const fieldsOf = (form) => [...form.elements].filter((one) => one.name && !LEFT_OUT.includes(one.type));
// A field may be named “action”, and would stand in the way of the form's own property.
const whereTo = (form) => form.getAttribute("action") ?? location.pathname;
const formsTo = (address) => [...document.forms].filter((form) => whereTo(form) === address);

const fill = (form, typed) => {
  for (const field of fieldsOf(form)) {
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = typed.some(([name, value, checked]) => name === field.name && value === field.value && checked);
    } else {
      const place = typed.findIndex(([name]) => name === field.name);
      if (place >= 0) field.value = typed.splice(place, 1)[0][1];
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.closest("details")?.setAttribute("open", "");
  }
};

document.addEventListener("submit", ({ target }) => {
  if (!who || target.getAttribute("method")?.toLowerCase() !== "post") return;
  const typed = fieldsOf(target).map((field) => [field.name, field.value, field.checked ?? false]);
  const to = whereTo(target);
  const kept = { who, to, place: formsTo(to).indexOf(target), typed };
  sessionStorage.setItem(TYPED, JSON.stringify(kept));
});

if (who) {
  const note = document.querySelector("[data-unsaved]");
  const kept = JSON.parse(sessionStorage.getItem(TYPED));
  sessionStorage.removeItem(TYPED);
  const form = note && kept?.who === who && formsTo(kept.to)[kept.place];
  if (form) {
    fill(form, kept.typed);
    note.append(` ${note.dataset.unsaved}`);
  }
}
