// The keys 1, 2 and 3 press the buttons that name them. Without this the buttons work too.
const verdicts = document.getElementById("verdicts");
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (typing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  verdicts.querySelector(`button[data-key="${CSS.escape(event.key)}"]`)?.click();
});
