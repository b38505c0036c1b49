(() => {
  const slides = [...document.querySelectorAll(".slide")];
  const steps = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
  const shown = () => {
    const tops = slides.map((slide) => Math.abs(slide.getBoundingClientRect().top));
    return tops.indexOf(Math.min(...tops));
  };
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "n" || event.key === "N") {
      const notes = [...document.querySelectorAll("details")];
      const open = !notes.every((each) => each.open);
      for (const each of notes) each.open = open;
      return;
    }
    const target = slides[shown() + (steps[event.key] ?? NaN)];
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  });
})();
