// A browser writes a chosen day in the way of its own country: beside the field it is said in words too.
for (const field of document.querySelectorAll("input[type=date]")) {
  const words = document.createElement("span");
  words.className = "hint day-in-words";
  field.after(words);
  const style = { weekday: "long", day: "numeric", month: "numeric", year: "numeric" };
  const say = () => {
    words.textContent = field.value
      ? new Intl.DateTimeFormat(document.documentElement.lang === "vi" ? "vi-VN" : "en-GB", style).format(field.valueAsDate)
      : "";
  };
  field.addEventListener("input", say);
  say();
}
