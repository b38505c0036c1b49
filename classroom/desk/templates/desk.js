"use strict";
(() => {
  // Auto-refresh: while a step runs, the lists are replaced by those of the page as it is now.
  const refresh = async () => {
    const work = document.querySelector("[data-refresh]");
    if (!work) return;
    // JupyterHub asks for the XSRF token of every request that is not a navigation.
    const token = document.querySelector("input[name=_xsrf]")?.value ?? "";
    try {
      const answer = await fetch(location.href, {
        credentials: "same-origin", cache: "no-store", headers: { "X-XSRFToken": token },
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of ["work", "counts"]) {
        const before = document.getElementById(id), now = page.getElementById(id);
        if (!before || !now || before.contains(document.activeElement)) continue;
        if (before.innerHTML !== now.innerHTML) before.replaceWith(now);
      }
    } catch { /* The server is away for a moment: try again. */ }
    setTimeout(refresh, 1000 * work.dataset.refresh);
  };
  const work = document.querySelector("[data-refresh]");
  if (work) setTimeout(refresh, 1000 * work.dataset.refresh);

  // Keys of the page of a note.
  const form = document.getElementById("decide"), keys = document.getElementById("keys");
  if (!form || !keys) return;
  const use = document.getElementById("use-keys"), comment = document.getElementById("comment");
  keys.hidden = false;
  try { use.checked = localStorage.getItem("ai4gov-desk-keys") !== "off"; } catch { /* not kept */ }
  use.addEventListener("change", () => {
    try { localStorage.setItem("ai4gov-desk-keys", use.checked ? "on" : "off"); } catch { /* not kept */ }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[value=next]"));
      return;
    }
    const at = document.activeElement;
    if (event.key === "Escape" && at === comment) { comment.blur(); return; }
    if (!use.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (at.matches("textarea, select, input:not([type=checkbox])")) return;
    const box = document.getElementById(`tick-${Number(event.key) - 1}`);
    const link = { n: "next", p: "prev" }[event.key.toLowerCase()];
    if (/^[1-9]$/.test(event.key) && box) { box.checked = !box.checked; box.focus(); }
    else if (event.key.toLowerCase() === "c") { event.preventDefault(); comment.focus(); }
    else if (link) { document.querySelector(`a[rel=${link}]`)?.click(); }
  });
})();
