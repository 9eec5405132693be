// An item and its place in the text show each other; keys judge; chosen words fill the form that adds an item.
// Without this the links between both columns and all buttons work too.
const reading = document.getElementById("reading");
const items = reading.querySelector(".items");
const text = document.getElementById("text");

function light(id) {
  for (const lit of reading.querySelectorAll(".lit")) lit.classList.remove("lit");
  const parts = text.querySelectorAll(`[data-item="${CSS.escape(id)}"]`);
  for (const part of parts) part.classList.add("lit");
  document.getElementById(id)?.classList.add("lit");
  return parts[0];
}

// Only the column scrolls, not the page, where the columns stand side by side.
function bring(element, column) {
  if (!element) return;
  if (column.scrollHeight > column.clientHeight + 1 && getComputedStyle(column).overflowY !== "visible") {
    const above = element.getBoundingClientRect().top - column.getBoundingClientRect().top;
    column.scrollTop += above - column.clientHeight / 3;
  } else if (column.contains(document.activeElement)) {
    element.scrollIntoView({ block: "nearest" });
  }
}

items.addEventListener("focusin", (event) => {
  const item = event.target.closest(".item");
  if (item) bring(light(item.id), text);
});
items.addEventListener("click", (event) => {
  const item = event.target.closest(".item");
  if (item && !event.target.closest("a, button, summary")) item.focus({ preventScroll: true });
});
text.addEventListener("click", (event) => {
  const part = event.target.closest("[data-item]");
  const item = part && document.getElementById(part.dataset.item);
  if (!item || String(getSelection())) return;
  light(item.id);
  bring(item, items);
});

const all = () => [...items.querySelectorAll(".item")];
const current = () => document.activeElement.closest?.(".item") ?? items.querySelector(".item.lit");
function go(step) {
  const list = all();
  const at = list.indexOf(current());
  const next = list[at < 0 ? 0 : Math.min(Math.max(at + step, 0), list.length - 1)];
  next?.focus();
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (typing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else press(event.key);
});

// Undoing is of the item at hand, or of what was judged last.
let judged = "", last = "";
function press(key) {
  const button = (item) => item?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  (button(current()) ?? (key === "0" ? button(document.getElementById(last)) : null))?.click();
}

// What was judged takes the place of what was open; the next open item is at hand, or what was taken back.
document.body.addEventListener("htmx:beforeRequest", (event) => {
  judged = event.target.closest?.(".item")?.id ?? "";
});
document.body.addEventListener("htmx:afterSettle", () => {
  if (!judged) return;
  const list = all();
  const at = list.findIndex((item) => item.id === judged);
  [last, judged] = [judged, ""];
  const next = list.slice(at).find((item) => item.classList.contains("is-open")) ?? list[at];
  next?.focus();
});

const words = document.getElementById("words");
document.addEventListener("selectionchange", () => {
  const chosen = getSelection();
  if (!words || chosen.isCollapsed || !text.querySelector(".pages")?.contains(chosen.anchorNode)) return;
  const piece = chosen.getRangeAt(0).cloneContents();
  for (const label of piece.querySelectorAll(".ref")) label.remove();
  words.value = piece.textContent.trim().slice(0, words.maxLength);
});
