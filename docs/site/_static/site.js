// Let the keyboard reach tables, formulas and code that are wider than the page, and only those: each would
// otherwise be one more stop of the Tab key.
function reach() {
  const label = document.querySelector("main").dataset.scrolls;
  for (const frame of document.querySelectorAll("main .scrolling, main .math-wrapper, main pre")) {
    if (frame.scrollWidth > frame.clientWidth) {
      frame.tabIndex = 0;
      frame.setAttribute("role", "group");
      frame.setAttribute("aria-label", label);
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) frame.removeAttribute(name);
    }
  }
}

addEventListener("load", () => {
  reach();
  // Formulas get their width when MathJax has drawn them.
  window.MathJax?.startup?.promise?.then(reach);
});
addEventListener("resize", reach);
// Code that is unfolded gets its width only then; the event does not bubble.
document.addEventListener("toggle", reach, true);
