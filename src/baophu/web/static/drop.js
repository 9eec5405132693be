// Files may be dropped onto the form, and what is being sent is said. Without this the form works too.
const form = document.getElementById("drop");
if (form) {
  const input = form.querySelector("input[type=file]");
  const mark = (on) => (event) => { event.preventDefault(); form.classList.toggle("over", on); };
  form.addEventListener("dragover", mark(true));
  form.addEventListener("dragleave", mark(false));
  form.addEventListener("drop", (event) => {
    mark(false)(event);
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    button.textContent = form.dataset.sending;
    button.disabled = true;
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}
